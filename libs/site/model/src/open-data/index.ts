export * from './address.js';
export type * from './kind-open-data.js';
export * from './origin.js';
export * from './shapes.js';
export * from './terms.js';
