// What a transition means, and which states count as what, is said by the workflow's table and nowhere else.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workflows } from './workflow-drawings.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const isForSpecs = (path: string): boolean => /\.spec\.ts$|\/testing(\/|\.ts$)/.test(path);
const sources = globSync('{libs,apps}/*/{src,*/src}/**/*.{ts,html}', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !isForSpecs(path) && !/^apps\/(api-e2e|web-e2e)\//.test(path))
  .map((path) => ({ path, text: readFileSync(`${ROOT}/${path}`, 'utf8') }));

const oneOf = (words: readonly string[]): string => `'(?:${words.join('|')})'`;
const transitions = oneOf(Object.values(workflows).flatMap((each) => each.transitions.map(({ name }) => name)));
const states = oneOf(Object.values(workflows).flatMap((each) => each.states));

/** Code that does one thing for some of the words and another for the rest. */
const branchesOn = (words: string): RegExp =>
  new RegExp(
    [
      String.raw`[!=]==\s*${words}`,
      String.raw`${words}\s*[!=]==`,
      String.raw`case\s*\(?\s*${words}`,
      String.raw`includes\(\s*${words}`,
      String.raw`${words}\]\.(includes|indexOf)\(`,
    ].join('|'),
    'g',
  );
const found = (pattern: RegExp, among = sources): string[] =>
  among.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([words]) => `${path}: ${words}`));

/** Template strings with a statement or a part of one; what stands in `${}` is code. */
const sqlOf = (text: string): string[] =>
  [...text.matchAll(/`[^`]*`/g)]
    .map(([template]) => template.replace(/\$\{[^}]*\}/g, ''))
    .filter((template) => /\b(SELECT|UPDATE|INSERT|DELETE|WHERE|FROM|CASE|IN)\b/.test(template));

const inSql = (path: string): boolean => /^libs\/[^/]+\/api\/src\//.test(path);

it('looks at every side of the product', () => {
  expect(sources.length).toBeGreaterThan(700);
  expect(found(branchesOn(oneOf(['dark', 'write']))).length).toBeGreaterThan(0);
  expect(sources.filter(({ path, text }) => inSql(path) && sqlOf(text).length > 0).length).toBeGreaterThan(20);
});

it.each([
  `name === 'submit'`,
  `'approve' !== name`,
  `case 'return':`,
  `@case ('endorse')`,
  `['endorse', 'approve'].includes(name)`,
  `names.includes('publish')`,
])('knows a branch when it sees one: %s', (text) => {
  expect(found(branchesOn(transitions), [{ path: 'x', text }])).toHaveLength(1);
});

it('no code branches on the name of a transition', () => {
  expect(found(branchesOn(transitions))).toEqual([]);
});

it('no code branches on the name of a state', () => {
  expect(found(new RegExp(String.raw`\bstate\b[^\n;]{0,12}(${branchesOn(states).source})`, 'gi'))).toEqual([]);
});

it('no SQL names a state or a transition', () => {
  const named = new RegExp(`${states}|${transitions}`, 'g');
  expect(sqlOf("`SELECT 1 WHERE r.state = 'published'`").join()).toMatch(named);
  const statements = sources
    .filter(({ path }) => inSql(path))
    .flatMap(({ path, text }) => sqlOf(text).map((sql) => ({ path, text: sql })));
  expect(found(named, statements)).toEqual([]);
});
