export { plainSite } from './plain-site.js';
