import { globSync, readFileSync } from 'node:fs';
import { auditCatalogue } from './app/audit-catalogue';

const ROOT = `${process.cwd()}/`;
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

describe.each(['sv', 'en'] as const)('the words of the log in %s', (language) => {
  const kinds = auditCatalogue.kinds.map(({ words }) => words[language]);
  const subjects = auditCatalogue.subjects.map(({ words }) => words[language]);

  it('name every act and every subject, no two of them alike', () => {
    for (const words of [kinds, subjects]) {
      expect(words.filter((word) => !/^\p{Lu}/u.test(word))).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
    expect(kinds.length).toBeGreaterThan(30);
  });

  it('say what each act was done with, never the verb alone', () => {
    expect(kinds.filter((word) => !/\s/.test(word))).toEqual([]);
  });

  it('leave an act that another version logged to be read by its code', () => {
    expect(auditCatalogue.kindWord('survey.open', language)).toBe('survey.open');
    expect(auditCatalogue.subjectWord('survey', language)).toBe('survey');
  });
});

it('has what every act is about among the subjects, and the names that the database takes', () => {
  const types = new Set(auditCatalogue.subjects.map(({ type }) => type));
  expect(auditCatalogue.kinds.filter(({ subject }) => !types.has(subject)).map(({ name }) => name)).toEqual([]);
  expect(auditCatalogue.kinds.filter(({ name }) => !/^[a-z-]+\.[a-z-]+$/.test(name))).toEqual([]);
});

it('holds every subject that a model declares, and a module of its domain adds each on the server', () => {
  const all = globSync('libs/*/model/src/**/audit-kinds.ts', { cwd: ROOT });
  const files = all.filter((path) => !path.startsWith('libs/shared/'));
  const declared = files.flatMap((path) =>
    [...read(path).matchAll(/auditSubject\(\s*'([\w-]+)'/g)].map(([, type]) => type),
  );
  const known = auditCatalogue.subjects.map(({ type }) => type);
  const missing = declared.filter((type) => !known.includes(type!));
  expect(missing.map((type) => `${type} is missing: register it in apps/web/src/app/audit-catalogue.ts`)).toEqual([]);
  expect([...known].sort()).toEqual([...declared].sort());
  const modules = globSync('libs/*/api/src/**/*.module.ts', { cwd: ROOT }).map(read).join('\n');
  const notAdded = files.filter((path) => {
    const names = [...read(path).matchAll(/export const (\w+)/g)].map(([, name]) => name!);
    return !names.some((name) => new RegExp(`catalogue\\.add\\([^)]*\\b${name}\\b`).test(modules));
  });
  expect(notAdded.map((path) => `${path} is missing: add it to AuditCatalogue in its domain's .module.ts`)).toEqual([]);
});
