export * from './as-it-stands.js';
export { latestWord, type LatestWord } from './latest-word.js';
export * from './overtaken.js';
export type { OverTime } from './statements.js';
