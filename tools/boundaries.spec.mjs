// Which project may import which: tried for every project in a real file of it, and no wider than what is used.
import { readFileSync } from 'node:fs';
import { at } from './lib/root.mjs';
import { filesLike, isForSpecs } from './lib/sources.mjs';
import { dependencies, RENDERED_BY_THE_SHELL, STARTED_BY_JOURNEYS } from './lint/boundaries.mjs';
import { DOMAINS, READ_BY_SPECS } from './lint/domains.mjs';
import { BOUNDARIES, importing, productionFilesLike, said, withLines } from './lint/trying.mjs';

const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
/** The names that code of a package is imported by. */
const entriesOf = ({ name, exports }) =>
  Object.keys(exports)
    .filter((entry) => !/[*]|[.][a-z]+$/.test(entry))
    .map((entry) => name + entry.slice(1));

const libraries = filesLike('libs/*/*/package.json').map((path) => {
  const contents = json(path);
  const { name, nx } = contents;
  return { name, tags: nx.tags, folder: path.replace('/package.json', ''), entries: entriesOf(contents) };
});
const apps = [
  ...filesLike('apps/*/project.json').map((path) => json(path)),
  ...filesLike('apps/*/package.json').flatMap((path) => json(path).nx ?? []),
];
const projects = [...libraries, ...apps];

const constraints = dependencies({ testing: false });
const appliesTo = ({ tags }, { sourceTag, allSourceTags = [sourceTag] }) =>
  allSourceTags.every((tag) => tags.includes(tag));
const refuses = ({ onlyDependOnLibsWithTags: only = ['*'], notDependOnLibsWithTags: not = [] }, { tags }) =>
  !(only.includes('*') || only.some((tag) => tags.includes(tag))) || not.some((tag) => tags.includes(tag));

const CODE = filesLike('libs/*/*/src/**/*.ts', 'apps/*/**/*.ts').map((path) => ({
  path,
  imported: [...readFileSync(at(path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from),
}));

describe('a constraint between projects', () => {
  it.each(constraints)('holds projects, and stops something: $sourceTag $allSourceTags', (constraint) => {
    const held = projects.filter((project) => appliesTo(project, constraint));
    expect(held).not.toEqual([]);
    // What puts everything together may import everything.
    if (constraint.sourceTag === 'domain:shell') return;
    expect(
      held.flatMap((project) => libraries.filter((other) => other !== project && refuses(constraint, other))),
    ).not.toEqual([]);
  });

  it.each(libraries)('stops in a file of $name what it may not import, and lets the rest through', async (project) => {
    const [file] = productionFilesLike(`${project.folder}/src/**/*.ts`).concat(
      filesLike(`${project.folder}/src/**/*.ts`),
    );
    const others = libraries
      .filter(({ name }) => name !== project.name)
      .flatMap(({ tags, entries }) => entries.map((name) => ({ name, tags })))
      .filter(({ name }) => !RENDERED_BY_THE_SHELL.includes(name));
    const lines = others.map(({ name }, number) => importing(name, 'thing', number)).join('');
    const messages = (await said(file, withLines(file, lines))).filter(({ ruleId }) => ruleId === BOUNDARIES);
    const named = (some) => [...new Set(some.map(({ line }) => others[line - 1]?.name))].sort();
    const applying = constraints.filter((constraint) => appliesTo(project, constraint));
    const refused = others
      .filter((other) => applying.some((constraint) => refuses(constraint, other)))
      .map(({ name }) => name);
    const stopped = named(messages);
    expect(refused.filter((name) => !stopped.includes(name))).toEqual([]);
    // A project that imports this one back is refused for that alone.
    const forItsTags = messages.filter(({ message }) => !message.startsWith('Circular'));
    expect(named(forItsTags).filter((name) => !refused.includes(name))).toEqual([]);
  });
});

describe('an exception', () => {
  const reads = (domain, other, wanted) =>
    CODE.some(
      ({ path, imported }) =>
        path.startsWith(`libs/${domain}/`) &&
        wanted(path) &&
        imported.some((from) => from.startsWith(`@malspar/${other}-`)),
    );

  it.each(Object.entries(DOMAINS))('of the domain %s is used by what is not a spec', (domain, others) => {
    expect(others.filter((other) => !reads(domain, other, (path) => !isForSpecs(path)))).toEqual([]);
  });

  it.each(Object.entries(READ_BY_SPECS))(
    'of the specs of %s is used by them, and not there for all',
    (domain, others) => {
      expect(others.filter((other) => !reads(domain, other, isForSpecs) || DOMAINS[domain].includes(other))).toEqual(
        [],
      );
    },
  );

  it.each([...RENDERED_BY_THE_SHELL, ...STARTED_BY_JOURNEYS])('is used: %s', (pattern) => {
    const start = pattern.replace('**', '');
    expect(CODE.some(({ imported }) => imported.some((from) => from.startsWith(start)))).toBe(true);
  });
});
