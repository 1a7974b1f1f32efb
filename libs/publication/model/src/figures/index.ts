export type * from './figure.js';
export { figureWords } from './figure-words.js';
export * from './overview-figures.js';
export { partsFigure, progressFigure, publishedNumber, seriesFigure } from './target-figures.js';
export * from './year-fact.js';
