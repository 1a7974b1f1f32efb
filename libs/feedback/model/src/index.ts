export * from './audit-kinds.js';
export * from './feedback.js';
export * from './feedback-words.js';
