export * from './audit-kinds.js';
export * from './people.js';
