export * from './pdf-structure.js';
export * from './read-files.js';
