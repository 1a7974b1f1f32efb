// Every list on the server's side that names domains, routes or migrations, against the code and the one list of domains.
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type PermissionName, permissions, routesOf } from '@malspar/shared-api';
import type { DynamicModule, Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { importsOfProjects } from '../../../tools/lib/architecture.mjs';
import { DOMAINS } from '../../../tools/lint/domains.mjs';
import { DomainsModule } from './app.module.js';
import { migrations } from './database/migrations/index.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');
const filesLike = (...globs: string[]): string[] =>
  globSync(globs, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** The projects of the domains, as [domain, side]; `shared` belongs to all of them. */
const projects = filesLike('libs/*/*/package.json')
  .map((path) => path.split('/') as [string, string, string, string])
  .map(([, domain, side]) => ({ domain, side }))
  .filter(({ domain }) => domain !== 'shared');
const domains = Object.keys(DOMAINS);

/** Routes that answer with kept bytes, one file or page at a time. */
const ANSWERED_WITH_FILES = [
  'previews/:id/pages/:language',
  'previews/:id/files/:name',
  'publications/:period/versions/:version/files/:name',
  'site/documents/:id/versions/:version',
];

describe('the domains', () => {
  it('stand in the one list: all that have a folder, and no other', () => {
    const folders = [...new Set(projects.map(({ domain }) => domain))];
    expect(folders.filter((name) => !domains.includes(name)).map(register('tools/lint/domains.mjs'))).toEqual([]);
    expect(domains.filter((name) => !folders.includes(name)).map(goneFrom('tools/lint/domains.mjs'))).toEqual([]);
  });

  it('are tagged by their folders, which lint goes by', () => {
    const wrong = projects.filter(({ domain, side }) => {
      const { nx } = JSON.parse(read(`libs/${domain}/${side}/package.json`)) as { nx: { tags: string[] } };
      return nx.tags.join() !== `domain:${domain},side:${side}`;
    });
    expect(wrong.map(({ domain, side }) => `libs/${domain}/${side}/package.json has other tags`)).toEqual([]);
  });

  it('are known to npm', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> };
    const missing = projects.map(({ domain, side }) => `libs/${domain}/${side}`).filter((path) => !packages[path]);
    expect(missing.map(register('package-lock.json (npm install)'))).toEqual([]);
  });

  it('are told of in README', () => {
    const [told = ''] = /^Domains: .*$/m.exec(read('README.md')) ?? [];
    expect(domains.filter((name) => !told.includes(`\`${name}\``)).map(register('README.md'))).toEqual([]);
  });

  it('have their modules in the application; a demonstration’s is of the seed command', () => {
    const { DATABASE_URL, NODE_ENV } = { DATABASE_URL: 'postgres://localhost/x', NODE_ENV: 'test' } as const;
    const config = { DATABASE_URL, NODE_ENV, DATABASE_POOL: 1 };
    const imported = (DomainsModule.with(config).imports ?? []).map((each) => classOf(each as Type | DynamicModule));
    const modules = filesLike('libs/*/api/src/*.module.ts').filter((path) => !/^libs\/(shared|demo)\//.test(path));
    const missing = modules.filter((path) => {
      const [, name = ''] = /export class (\w+)/.exec(read(path)) ?? [];
      return !imported.some((each) => each?.name === name);
    });
    expect(modules.length).toBeGreaterThan(3);
    expect(missing.map(register('apps/api/src/app.module.ts'))).toEqual([]);
  });

  it('show what they publish, and hand over the pages that they draw', () => {
    // Publishing has the registry, and says which kind is the usual one.
    const modules = filesLike('libs/*/api/src/*.module.ts').filter((path) => !path.startsWith('libs/publication/'));
    const registering = modules.map((path) => ({ path, text: read(path) }));
    const both = [
      ['PublishedKinds', 'ShownKinds'],
      ['ShownKinds', 'PublishedKinds'],
    ] as const;
    const missing = both.flatMap(([one, other]) =>
      registering
        .filter(({ text }) => text.includes(`: ${one}`) && !text.includes(`: ${other}`))
        .map(({ path }) => `the kind of ${path} is missing: register it with ${other}, in that module`),
    );
    expect(registering.some(({ text }) => text.includes(': PublishedKinds'))).toBe(true);
    const shell = 'apps/api/src/public-pages.ts';
    const drawing = filesLike('libs/*/web/src/site/index.ts').map((path) => `@malspar/${path.split('/')[1]}-web/site`);
    expect(drawing.length).toBeGreaterThan(1);
    expect([...missing, ...drawing.filter((name) => !read(shell).includes(`'${name}'`)).map(register(shell))]).toEqual(
      [],
    );
  });

  it('are built before what imports them', () => {
    const missing = [...importsOfProjects()].flatMap(([project, imported]) => {
      const tsconfig = configOf(project);
      if (tsconfig === null) return [];
      const paths = [...read(tsconfig).matchAll(/"path": "([^"]+)"/g)].map(([, path = '']) => path);
      const references = paths.map((path) => posix.join(posix.dirname(tsconfig), path).split('/').slice(1).join('-'));
      return imported
        .filter((other) => !other.endsWith('-web'))
        .filter((other) => !references.includes(other))
        .map(register(`the references of ${tsconfig}`));
    });
    expect(missing).toEqual([]);
  });
});

// Where @nestjs/swagger keeps what @ApiOperation says.
const API_OPERATION = 'swagger/apiOperation';

/** What OpenAPI is told of a route. */
interface Said {
  readonly summary?: string;
  readonly description?: string;
}
type DescribedRoute = ReturnType<typeof routesOf>[number] & Said;

const saidOf = (controller: Type, handler: string): Said => {
  const { [handler]: method } = controller.prototype as Record<string, object>;
  return (method && (Reflect.getMetadata(API_OPERATION, method) as Said | undefined)) ?? {};
};

describe('the routes', () => {
  let routes: DescribedRoute[] = [];
  beforeAll(async () => {
    const files = filesLike('libs/*/api/src/**/*.controller.ts', 'apps/api/src/**/*.controller.ts');
    const exported = await Promise.all(
      files.map(async (path) =>
        Object.values((await import(pathToFileURL(ROOT + path).href)) as Record<string, unknown>),
      ),
    );
    routes = exported
      .flat()
      .filter((each): each is Type => typeof each === 'function' && Reflect.hasMetadata(PATH_METADATA, each))
      .flatMap((controller) =>
        routesOf(controller).map((route) => ({ ...route, ...saidOf(controller, route.handler) })),
      );
  });

  it('each have a row in the matrix of permissions', () => {
    const matrix = read('apps/api-e2e/src/permission-tables.ts');
    const rows = new Set([...matrix.matchAll(/^ +([A-Z]+) (\S+) /gm)].map(([, method, path]) => `${method} ${path}`));
    const missing = routes.map(nameOf).filter((name) => !rows.has(name) && !isOfSignIn(name));
    expect(routes.length).toBeGreaterThan(50);
    expect(missing.map(register('apps/api-e2e/src/permission-tables.ts'))).toEqual([]);
  });

  it('each have a budget of statements, if they read for somebody signed in', () => {
    const text = read('apps/api-e2e/src/statement-budgets.ts');
    const listed = [...text.matchAll(/^ {2}'([^'?]+)/gm)].map(([, path]) => path!);
    const missing = routes
      .filter(({ method, permission }) => method === 'GET' && permission && permissions[permission] !== 'public')
      .filter(({ path }) => !ANSWERED_WITH_FILES.includes(path))
      .filter(({ path }) => !listed.some((each) => patternOf(path).test(each)))
      .map(nameOf);
    expect(missing.map(register('apps/api-e2e/src/statement-budgets.ts'))).toEqual([]);
  });

  it('are each described for OpenAPI: what is done, and what the word for it does not say', () => {
    const place = '@ApiOperation({ summary, description }) of the handler';
    const missing = routes.filter(({ summary, description }) => !summary || !description).map(nameOf);
    expect(missing.map(register(place))).toEqual([]);
    // A list of them is read by eye: short, without an end, and no two alike.
    const summaries = routes.map(({ summary = '' }) => summary);
    expect(summaries.filter((text) => text.length > 70 || !/^[A-Z].*[^.]$/.test(text))).toEqual([]);
    expect(summaries.filter((text, at) => summaries.indexOf(text) !== at)).toEqual([]);
    expect(routes.filter(({ description = '' }) => !/^[A-Z].{15,}[.]$/.test(description)).map(nameOf)).toEqual([]);
  });

  it('tell of the header that a write demands', () => {
    const writes = filesLike('libs/*/api/src/**/*.controller.ts').flatMap((path) =>
      [...read(path).matchAll(/@ApiOperation\(\{([\s\S]*?)\}\)([\s\S]*?)\): /g)].map(([, said = '', rest = '']) => ({
        said,
        demanded: [
          ...(rest.includes('@IfMatch()') ? ['If-Match'] : []),
          ...(rest.includes('@IdempotencyKey()') ? ['Idempotency-Key'] : []),
        ],
      })),
    );
    expect(writes.filter(({ demanded }) => demanded.length > 0).length).toBeGreaterThan(10);
    expect(writes.filter(({ said, demanded }) => demanded.some((header) => !said.includes(`\`${header}\``)))).toEqual(
      [],
    );
  });

  it('each demand a permission, and there is none that nothing demands', () => {
    const demanded = new Set(routes.map(({ permission }) => permission));
    const undeclared = routes.filter(({ permission }) => permission === undefined || !(permission in permissions));
    const table = 'libs/shared/api/src/security/permissions.ts';
    expect(undeclared.map(nameOf).map(register(`${table}, and in @Permission of the handler`))).toEqual([]);
    const unused = (Object.keys(permissions) as PermissionName[]).filter((name) => !demanded.has(name));
    expect(unused.map(goneFrom(table))).toEqual([]);
  });
});

it('the migrations are registered in the order of their numbers, all that have a file', () => {
  const index = 'apps/api/src/database/migrations/index.ts';
  const files = filesLike('apps/api/src/database/migrations/[0-9]*.ts');
  const registered = migrations.map(({ name }) => name);
  const names = files.map((path) => /export class (\w+)/.exec(read(path))?.[1] ?? path);
  expect(names.filter((name) => !registered.includes(name)).map(register(index))).toEqual([]);
  expect(registered).toEqual(names);
});

const register = (place: string) => (name: string) => `${name} is missing: register it in ${place}`;
const goneFrom = (place: string) => (name: string) => `${name} is of nothing any more: take it out of ${place}`;
const classOf = (module: Type | DynamicModule): Type | undefined =>
  typeof module === 'function' ? module : module.module;
const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;
// Signing in is tried by the matrix one route at a time.
const isOfSignIn = (name: string): boolean => / auth\//.test(name);
const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);

/** The build's configuration of a project; null for the web's, which is built as a whole. */
function configOf(project: string): string | null {
  if (project === 'api') return 'apps/api/tsconfig.json';
  const [, domain, side] = /^(?:(.+)-)?(\w+)$/.exec(project) ?? [];
  return side === 'web' ? null : `libs/${domain}/${side}/tsconfig.json`;
}
