export { IdentityContext, TENANT } from './identity-context.js';
