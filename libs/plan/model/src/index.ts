export * from './plan-file.js';
export * from './plan-view.js';
