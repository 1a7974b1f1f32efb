export * from './sample-site.js';
