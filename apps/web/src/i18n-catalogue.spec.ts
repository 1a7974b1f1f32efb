import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = process.cwd();

type Texts = { readonly [key: string]: string | Texts };

interface File {
  readonly path: string;
  readonly domain: string;
  /** Empty, or who writes it, where a domain's texts are in several files: `owner.sv.json`. */
  readonly part: string;
  readonly language: string;
  readonly texts: ReadonlyMap<string, string>;
}

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

const files: File[] = globSync('libs/*/web/src/i18n/*.json', { cwd: ROOT }).map((path) => {
  const [, domain = '', part = '', language = ''] =
    /^libs\/([\w-]+)\/web\/src\/i18n\/(?:(\w+)\.)?(\w+)\.json$/.exec(path) ?? [];
  const texts = new Map(flat(JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Texts));
  return { path, domain, part, language, texts };
});
const swedish = files.filter(({ language }) => language === 'sv').map((file) => [file.path, file] as const);

const twin = ({ domain, part }: File): File | undefined =>
  files.find((file) => file.language === 'en' && file.domain === domain && file.part === part);

const placeholders = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the texts', () => {
  it('are found, in two languages and no other', () => {
    expect(swedish.length).toBeGreaterThan(2);
    expect([...new Set(files.map(({ language }) => language))].sort()).toEqual(['en', 'sv']);
    expect(files.filter(({ language }) => language === 'en')).toHaveLength(swedish.length);
  });

  it.each(swedish)('of %s are all there in English, and no others', (_path, file) => {
    expect([...(twin(file)?.texts.keys() ?? [])].sort()).toEqual([...file.texts.keys()].sort());
  });

  it.each(swedish)('of %s are filled in with the same things in English', (_path, file) => {
    const english = twin(file)?.texts;
    const differing = [...file.texts]
      .filter(([key, text]) => placeholders(text).join() !== placeholders(english?.get(key)).join())
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  // The trade's English word for what a person knows as being signed in.
  it('call it inloggning wherever somebody is signed in', () => {
    const session = swedish.flatMap(([path, { texts }]) =>
      [...texts].filter(([, text]) => /\bsession/i.test(text)).map(([key]) => `${path}: ${key}`),
    );
    expect(session).toEqual([]);
  });

  it('are never empty', () => {
    const empty = files.flatMap(({ path, texts }) =>
      [...texts].filter(([, text]) => text.trim() === '').map(([key]) => `${path}: ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('that are Swedish are not left untranslated', () => {
    const alike = swedish.flatMap(([path, file]) =>
      [...file.texts]
        .filter(
          ([key, text]) => /[åäö]/i.test(text.replace(/Målspår|Värmland/g, '')) && twin(file)?.texts.get(key) === text,
        )
        .map(([key]) => `${path}: ${key}`),
    );
    expect(alike).toEqual([]);
  });
});
