export * from './address.js';
export * from './answers.js';
export * from './example.js';
export { openListResponse } from './origin.js';
export * from './publication-answers.js';
export * from './shapes.js';
