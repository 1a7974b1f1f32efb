export * from './address.js';
export * from './answers.js';
export * from './example.js';
export { EXAMPLE_NOTICE, openListAnswer } from './origin.js';
export * from './publication-answers.js';
export * from './shapes.js';
