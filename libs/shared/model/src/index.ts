export * from './decimal.js';
export * from './page.js';
export * from './period-code.js';
export * from './plain-date.js';
export * from './principal.js';
export * from './problem.js';
export * from './provenance.js';
export * from './text.js';
