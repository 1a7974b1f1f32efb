// Spec files of one worker share its modules, so what a module keeps for itself would go from one file to the next.
import { globSync, readFileSync } from 'node:fs';
import { at, ROOT } from './lib/root.mjs';

const KEEPS = /^(?:export )?(?:let (\w+)|const (\w+)(?:: [^=]+)? = (?:new (?:Map|Set|Array)(?:<.*>)?\(\)|\[\]|\{\}))/gm;

/** Each holds what would be the same for every spec: formatters, what a header means, a process of its own, letters. */
const ALLOWED = [
  'plain-date.ts dateFormats',
  'period-code.ts readBefore',
  'pdf-worker.ts compiler',
  'fonts.ts coverage',
  'send-stored.ts ways',
];

/** @returns {string[]} names of top-level variables that something can be put into later, in a module's text */
const keptIn = (/** @type {string} */ text) =>
  [...text.matchAll(KEEPS)].map(([, first, second]) => first ?? second ?? '');

const sources = () =>
  globSync(['libs/*/{model,api,testing}/src/**/*.ts', 'apps/{api,api-e2e}/src/**/*.ts'], { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(dist|node_modules)\/|\.(spec|e2e)\.ts$/.test(path));

it('recognises a variable that outlives its spec file', () => {
  expect(
    keptIn('let latest: Plan | undefined;\nconst seen = new Map<string, Plan>();\nexport const all: Plan[] = [];'),
  ).toEqual(['latest', 'seen', 'all']);
  expect(keptIn("const STATES = new Set(['draft']);\nfunction f() {\n  let inner = 1;\n}")).toEqual([]);
});

it('finds none in the sources', () => {
  const found = sources().flatMap((path) => keptIn(readFileSync(at(path), 'utf8')).map((name) => `${path} ${name}`));
  expect(found.filter((name) => !ALLOWED.some((one) => name.endsWith(`/${one}`)))).toEqual([]);
});
