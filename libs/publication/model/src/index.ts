export * from './audit-kinds.js';
export * from './difference.js';
export * from './publication.js';
export type * from './published-content.js';
export * from './recognise.js';
