// `npm run new:domain NAME`: a small domain that works, on all its sides, registered everywhere.
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawArchitecture } from '../lib/architecture.mjs';
import { newMigration } from '../lib/new-migration.mjs';
import { at } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { DOMAINS } from '../lint/domains.mjs';
import { registrations } from './registrations.mjs';

const TEMPLATE = at('tools', 'new-domain', 'template');
const NAME = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;
const SIDES = ['model', 'api', 'web'];

/** @typedef {{kebab: string, snake: string, camel: string, Pascal: string, UPPER: string, title: string, Title: string}} Names */

/**
 * @param {string | undefined} name in kebab-case and the plural, as `bike-loans`
 * @returns {Promise<string[]>} the files that are new or changed
 */
export async function newDomain(name) {
  if (!name || !NAME.test(name)) throw new Error('Ge domänen ett namn med små bokstäver och bindestreck: bike-loans');
  if (name in DOMAINS || name === 'shared') throw new Error(`Det finns redan en domän som heter ${name}.`);
  const names = namesOf(name);
  const made = [...writeTemplate(names), writeMigration(names)];
  const registered = registrations.map((registration) => register(registration, names));
  linkPackages(name);
  const files = [...made, ...registered, at('apps', 'api', 'src', 'database', 'migrations', 'index.ts')];
  const prettier = at('node_modules', 'prettier', 'bin', 'prettier.cjs');
  await run(process.execPath, [prettier, '--write', '--ignore-unknown', '--log-level=warn', ...files]);
  drawArchitecture();
  return [...files, at('docs', 'architecture.md')];
}

/** @returns {Names} */
function namesOf(/** @type {string} */ kebab) {
  const Pascal = kebab.replace(/(^|-)(.)/g, (_all, _dash, letter) => letter.toUpperCase());
  const title = kebab.replaceAll('-', ' ');
  const snake = kebab.replaceAll('-', '_');
  return {
    kebab,
    snake,
    UPPER: snake.toUpperCase(),
    Pascal,
    camel: Pascal[0]?.toLowerCase() + Pascal.slice(1),
    title,
    Title: title[0]?.toUpperCase() + title.slice(1),
  };
}

const filled = (/** @type {string} */ text, /** @type {Record<string, string>} */ names) =>
  text.replace(/__([A-Za-z]+?)__/g, (all, word) => names[word] ?? all);

/** @returns {string[]} */
function writeTemplate(/** @type {Names} */ names) {
  return SIDES.flatMap((side) =>
    globSync('**/*.template', { cwd: join(TEMPLATE, side) }).map((file) => {
      const path = at('libs', names.kebab, side, filled(file, names).replace(/\.template$/, ''));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, filled(readFileSync(join(TEMPLATE, side, file), 'utf8'), names), { flag: 'wx' });
      return path;
    }),
  );
}

const writeMigration = (/** @type {Names} */ names) =>
  newMigration(names.kebab, {
    textOf: (className) =>
      filled(readFileSync(join(TEMPLATE, 'migration.ts.template'), 'utf8'), { ...names, Migration: className }),
  });

/** @returns {string} the path of the file that the domain now stands in */
function register(
  /** @type {import('./registrations.mjs').Registration} */ { file, edit },
  /** @type {Names} */ names,
) {
  const path = at(...file.split('/'));
  try {
    writeFileSync(path, edit(readFileSync(path, 'utf8'), names));
  } catch (error) {
    throw new Error(`Skriv in domänen för hand i ${file}.`, { cause: error });
  }
  return path;
}

/** What `npm install` would do, without asking a registry for anything. */
function linkPackages(/** @type {string} */ name) {
  for (const side of SIDES) {
    const link = at('node_modules', '@malspar', `${name}-${side}`);
    if (!existsSync(link)) symlinkSync(join('..', '..', 'libs', name, side), link, 'junction');
  }
}
