export { type DemoIdentityProvider, startDemoIdentityProvider } from './demo-identity-provider.js';
export { PersonDirectory, type SignInRecord } from './person-directory.js';
export { sameOrigin } from './same-origin.js';
export { sessionCookieName, type SignedInPerson, signedInPerson } from './session.js';
export {
  isSecure,
  sessionLimits,
  type SignInConfig,
  signInPaths,
  type SignInProviderSettings,
} from './sign-in-config.js';
export { SignInMiddleware } from './sign-in-middleware.js';
export { SignInModule } from './sign-in.module.js';
export { type SignedInClaims, SignInProvider } from './sign-in-provider.js';
export { type SignInFailureReason, signInFailureReasons } from './sign-in-refused.js';
