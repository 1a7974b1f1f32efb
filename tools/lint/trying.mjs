// What lint says of lines tried in a real file: for the specs of the walls.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { at, ROOT } from '../lib/root.mjs';
import { filesLike, isForSpecs } from '../lib/sources.mjs';

export const BOUNDARIES = '@nx/enforce-module-boundaries';
export const IMPORTS = '@typescript-eslint/no-restricted-imports';
export const SYNTAX = 'no-restricted-syntax';

// Types say nothing about walls, and take long to work out.
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      .../** @type {object} */ (ts.configs.disableTypeChecked),
      languageOptions: { parserOptions: { project: null, program: null, projectService: false } },
    },
    { files: ['**/*.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
});

/** @returns {string[]} files like the globs, without specs and what only they use */
export const productionFilesLike = (/** @type {string[]} */ ...globs) =>
  filesLike(...globs).filter((path) => !isForSpecs(path));

/** A production file like the glob. Throws where there is none. */
export function productionFileLike(/** @type {string} */ glob) {
  const [file] = productionFilesLike(glob);
  if (!file) throw new Error(`No file is like ${glob}: the wall holds nothing.`);
  return file;
}

/** Lines put first in a real file. */
export const withLines = (/** @type {string} */ file, /** @type {string} */ lines) =>
  lines + readFileSync(at(file), 'utf8');

/** An import of the name, each with a number of its own where several stand in one file. */
export const importing = (/** @type {string} */ from, name = 'thing', number = 0) =>
  `import { ${name} as tried${number} } from '${from}'; export const kept${number} = tried${number};\n`;

/** A component whose template is the markup. */
export const template = (/** @type {string} */ html) =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'm-page', template: \`${html}\` })\nexport class Page {}\n`;

/** What lint says of the text, as if it stood in the file. */
export async function said(/** @type {string} */ filePath, /** @type {string} */ text) {
  const [result] = await eslint.lintText(text, { filePath: at(filePath) });
  return result?.messages ?? [];
}

/** The rules that the text breaks, as if it stood in the file. */
export const rulesBrokenBy = async (/** @type {string} */ filePath, /** @type {string} */ text) =>
  (await said(filePath, text)).map(({ ruleId, message }) => ruleId ?? message);

/** The rules that say nothing about the file, of those named. */
export async function silentRules(/** @type {string} */ file, /** @type {string[]} */ rules) {
  const { rules: inForce = {} } = (await eslint.calculateConfigForFile(at(file))) ?? {};
  return rules.filter((rule) => inForce[rule]?.[0] !== 2);
}
