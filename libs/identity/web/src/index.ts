export { identityRoutes } from './identity.routes';
export { signInRoutes } from './sign-in.routes';
