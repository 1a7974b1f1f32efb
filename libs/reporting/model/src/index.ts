export * from './entry.js';
export * from './report.js';
export * from './states.js';
