// Every list on the browser's side that names domains or their pages, against the pages that there are.
import { globSync, readFileSync } from 'node:fs';
import type { Route, Routes } from '@angular/router';
import { routes } from './app/app.routes';
import { DESTINATIONS } from './app/destinations';

const ROOT = `${process.cwd()}/`;
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

/** Pages that one comes to from others, or without choosing it. */
const NOT_IN_THE_MENU = [
  'mina-inloggningar',
  'webbplatsen/tillganglighet',
  'ingen-behorighet',
  'inloggning-misslyckades',
  'utloggad',
];

const register = (place: string) => (name: string) => `${name} is missing: register it in ${place}`;

/** The paths of all pages below the routes. */
async function pagesBelow(all: Routes, above: readonly string[] = []): Promise<string[]> {
  const found = await Promise.all(
    all.map(async (route: Route): Promise<string[]> => {
      const at = [...above, route.path ?? ''].filter(Boolean);
      const children = route.children ?? ((await route.loadChildren?.()) as Routes | undefined);
      return children ? pagesBelow(children, at) : route.loadComponent ? [at.join('/')] : [];
    }),
  );
  return found.flat().filter((path) => path !== '**');
}

const patternOf = (path: string): RegExp => new RegExp(`^/app/${path.replace(/:\w+/g, '[^/]+')}$`);

describe('the pages', () => {
  let pages: string[] = [];
  beforeAll(async () => (pages = await pagesBelow(routes)));

  it('are of every domain that has some', () => {
    const files = globSync('libs/*/web/src/**/*.routes.ts', { cwd: ROOT });
    const missing = files.filter((file) => {
      const own = [...read(file).matchAll(/path: '([^']+)'/g)].map(([, path]) => path!);
      return own.some((path) => !pages.some((page) => `/${page}/`.includes(`/${path}/`)));
    });
    expect(files.length).toBeGreaterThan(4);
    expect(missing.map(register('apps/web/src/app/app.routes.ts'))).toEqual([]);
  });

  it('are each looked at by axe', () => {
    const places = [...read('apps/web-e2e/src/places.ts').matchAll(/path: '([^'?]+)/g)].map(([, path]) => path!);
    const missing = pages.filter((path) => !places.some((place) => patternOf(path).test(place)));
    expect(pages.length).toBeGreaterThan(15);
    expect(missing.map(register('apps/web-e2e/src/places.ts'))).toEqual([]);
  });

  it('are each in the menu, and so in the palette, unless they are about one thing or come after another page', () => {
    const inMenu = DESTINATIONS.map(({ path }) => path.slice(1));
    const missing = pages.filter((path) => !path.includes(':') && ![...inMenu, ...NOT_IN_THE_MENU].includes(path));
    expect(missing.map(register('apps/web/src/app/destinations.ts'))).toEqual([]);
    expect([...inMenu, ...NOT_IN_THE_MENU].filter((path) => !pages.includes(path))).toEqual([]);
  });
});

describe('the menu', () => {
  it('has words in both languages', () => {
    const missing = ['sv', 'en'].flatMap((language) => {
      const file = `libs/shared/web/src/i18n/${language}.json`;
      const { nav } = JSON.parse(read(file)) as { nav: Record<string, string> };
      const keys = DESTINATIONS.map(({ text }) => text);
      return keys.filter((key) => !nav[key.replace('shared.nav.', '')]).map(register(file));
    });
    expect(missing).toEqual([]);
  });

  it('asks for permissions that there are', () => {
    const table = 'libs/shared/api/src/security/permissions.ts';
    const known = [...read(table).matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, name]) => name);
    const asked = DESTINATIONS.flatMap(({ permission, notPermission }) => [permission, notPermission]);
    expect(
      asked
        .filter((name) => name !== undefined && !known.includes(name))
        .map(String)
        .map(register(table)),
    ).toEqual([]);
  });
});
