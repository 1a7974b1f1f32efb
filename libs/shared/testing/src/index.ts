export { createTestDatabase, type DatabaseAddresses, type Filling, type TestDatabase } from './test-database.js';
export { until } from './until.js';
export * from './unclean-texts.js';
