// The pure specs, chosen by the command. What is mutated is a copy of the sources; packages that they import are read
// from the originals, so that a change is put to the specs of its own package alone.
import everything from '../../jest.config.mjs';
import { swcOptions } from '../lib/run-typescript.mjs';

// One change after the other is put to specs in one process, so each run loads its modules anew, as jest does by itself.
const node = everything.projects.find(({ displayName }) => displayName === 'node');

export default {
  ...node,
  runtime: undefined,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', '@malspar/source'] },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  roots: ['<rootDir>/libs'],
};
