export * from './early-versions.js';
export * from './hostile-texts.js';
export * from './marked-composition.js';
export * from './sample-composition.js';
export * from './published-history.js';
