export * from './compose.js';
export type * from './composition.js';
export * from './difference.js';
export * from './publication.js';
export * from './published-report.js';
export * from './slug.js';
export * from './words.js';
export * from './year-before.js';
export * from './sample-composition.js';
