import angularPresets from 'jest-preset-angular/presets/index.js';
import { swcOptions } from './tools/lib/run-typescript.mjs';

const common = {
  rootDir: import.meta.dirname,
  resolver: '<rootDir>/tools/lib/jest-resolver.cjs',
  modulePathIgnorePatterns: [
    '<rootDir>/apps/[^/]+/dist/',
    '<rootDir>/libs/[^/]+/[^/]+/dist/',
    '<rootDir>/\\.(data|nx|cache|angular)/',
  ],
  restoreMocks: true,
};

const node = {
  ...common,
  testEnvironment: '<rootDir>/libs/shared/testing/jest/native-environment.mjs',
  runtime: '<rootDir>/libs/shared/testing/jest/native-runtime.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: {},
};

const withDatabase = {
  ...node,
  runtime: undefined,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', '@malspar/source'] },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] },
  globalSetup: '<rootDir>/libs/shared/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/shared/testing/jest/global-teardown.mjs',
};

const angular = angularPresets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.web-spec.json' });

export default {
  // For tests and hooks alike, on a machine that is slow and busy; what hangs is found all the same.
  testTimeout: 300_000,
  workerIdleMemoryLimit: '700MB',
  testSequencer: '<rootDir>/tools/lib/slowest-first.mjs',
  projects: [
    {
      ...node,
      displayName: 'node',
      testMatch: [
        '<rootDir>/libs/*/{model,api}/src/**/*.spec.ts',
        '<rootDir>/libs/shared/testing/src/**/*.spec.ts',
        '<rootDir>/apps/api/src/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.{ts,mjs}',
      ],
      testPathIgnorePatterns: ['\\.medium\\.spec\\.ts$', '/node_modules/'],
    },
    {
      ...withDatabase,
      displayName: 'medium',
      testMatch: [
        '<rootDir>/libs/*/{api,testing}/src/**/*.medium.spec.ts',
        '<rootDir>/apps/api/src/**/*.medium.spec.ts',
      ],
    },
    {
      ...withDatabase,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/api-e2e/src/**/*.{e2e,spec}.ts'],
    },
    {
      ...common,
      ...angular,
      displayName: 'web',
      testMatch: ['<rootDir>/libs/*/web/src/**/*.spec.ts', '<rootDir>/apps/web/src/**/*.spec.ts'],
      testEnvironmentOptions: { customExportConditions: ['browser', '@malspar/source', '@malspar/pages'] },
      setupFilesAfterEnv: ['<rootDir>/libs/shared/testing/jest/setup-angular.mjs'],
      moduleFileExtensions: ['ts', 'html', 'mjs', 'js', 'json'],
    },
  ],
};
