export { samplePdf, sha256Of } from './additions.js';
export { plainSite } from './plain-site.js';
