export * from './address.js';
export * from './addresses.js';
export * from './answers.js';
export * from './example.js';
export * from './publication-answers.js';
export * from './shapes.js';
