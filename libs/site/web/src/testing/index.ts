export { sampleVersions } from './sample-site.js';
