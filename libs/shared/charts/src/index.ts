export * from './finding.js';
export * from './language.js';
export * from './numbers.js';
export * from './period-words.js';
export type * from './scene.js';
export * from './scene-svg.js';
