export * from './audit-kinds.js';
export * from './publication.js';
export * from './recognise.js';
