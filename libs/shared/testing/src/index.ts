export { roomsEntered } from './rooms-entered.js';
export { createTestDatabase, type DatabaseAddresses, type TestDatabase } from './test-database.js';
export { until } from './until.js';
export * from './unclean-texts.js';
