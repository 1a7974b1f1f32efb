import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import globals from 'globals';
import ts from 'typescript-eslint';
import { boundaries } from './tools/lint/boundaries.mjs';
import { BROWSER, PLAIN, SERVER, TEMPLATES, wallRules } from './tools/lint/walls.mjs';

const SPECS = ['**/*.spec.ts', '**/testing/**/*.ts', '**/*.e2e.ts', 'apps/*-e2e/**/*.ts'];

const typed = (files, project) => ({
  files,
  extends: [ts.configs.strict, ts.configs.recommendedTypeChecked],
  languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
});

export default ts.config(
  {
    ignores: [
      '**/{dist,node_modules,coverage,test-results,playwright-report}/**',
      '.{nx,data,cache,angular}/**',
      'tools/seed/data/**',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  typed(SERVER, './tsconfig.node-spec.json'),
  typed(BROWSER, './tsconfig.web-spec.json'),
  {
    name: 'everything',
    files: [...SERVER, ...BROWSER, ...PLAIN],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'typescript',
    files: [...SERVER, ...BROWSER],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ testing: false }),
      '@typescript-eslint/consistent-type-exports': 'error',
      // Modules and pages are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'browser',
    files: BROWSER,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/use-lifecycle-interface': 'error' },
  },
  {
    name: 'templates',
    files: TEMPLATES,
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-inline-styles': 'error',
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-outerhtml': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
    },
  },
  ...wallRules,
  {
    name: 'specs',
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ testing: true }),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'plain',
    files: PLAIN,
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    name: 'scripts of the public site',
    files: ['libs/site/web/src/site/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
);
