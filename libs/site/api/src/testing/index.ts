export { pdfFault } from '../documents/pdf-checks.js';
export { plainSite } from './plain-site.js';
