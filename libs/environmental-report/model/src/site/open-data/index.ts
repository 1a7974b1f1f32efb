export * from './address.js';
export * from './addresses.js';
export * from './responses.js';
export * from './example.js';
export * from './publication-responses.js';
export * from './shapes.js';
