export { type DemoIdentityProvider, startDemoIdentityProvider } from './demo-identity-provider.js';
export { type SignInConfig } from './sign-in-config.js';
export { SignInMiddleware } from './sign-in-middleware.js';
export { SignInModule } from './sign-in.module.js';
