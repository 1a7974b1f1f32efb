// `npm run new:migration -- NAME`: an empty migration with the next number, registered.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './root.mjs';

const FOLDER = at('apps', 'api', 'src', 'database', 'migrations');
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// TypeORM orders migrations by the number that ends their class names.
const STAMP = 1_700_000_000_000;

/**
 * @param {string | undefined} name in kebab-case, as `person-notes`
 * @param {{folder?: string, textOf?: (className: string) => string}} [options] an empty migration otherwise
 * @returns {string} the path of the new file
 */
export function newMigration(name, { folder = FOLDER, textOf = migrationText } = {}) {
  if (!name || !NAME.test(name))
    throw new Error('Ge migreringen ett namn med små bokstäver och bindestreck: person-notes');
  const numbers = globSync('[0-9][0-9][0-9][0-9]-*.ts', { cwd: folder }).map((file) => Number(file.slice(0, 4)));
  const number = Math.max(0, ...numbers) + 1;
  const file = `${String(number).padStart(4, '0')}-${name}`;
  const className = `${name.replace(/(^|-)(.)/g, (_all, _dash, letter) => letter.toUpperCase())}${STAMP + number}`;
  const path = join(folder, `${file}.ts`);
  writeFileSync(path, textOf(className), { flag: 'wx' });
  const index = join(folder, 'index.ts');
  writeFileSync(index, registered(readFileSync(index, 'utf8'), className, file));
  return path;
}

/** @returns {string} */
const migrationText = (
  /** @type {string} */ className,
) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What it is for. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('');
  }
}
`;

function registered(/** @type {string} */ index, /** @type {string} */ className, /** @type {string} */ file) {
  const lastImport = index.lastIndexOf('import {');
  const afterImports = lastImport < 0 ? 0 : index.indexOf('\n', lastImport) + 1;
  const withImport = `${index.slice(0, afterImports)}import { ${className} } from './${file}.js';\n${index.slice(afterImports)}`;
  return withImport.replace(/\n\];\s*$/, `\n  ${className},\n];\n`);
}
