export type * from './figure.js';
export { figureWords } from './figure-words.js';
export * from './overview-figures.js';
export { partsFigure, plansWordsOf, progressFigure, seriesFigure } from './target-figures.js';
export * from './year-fact.js';
