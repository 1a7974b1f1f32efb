import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { permissions } from '@malspar/shared-api';
import { type TestDatabase, until } from '@malspar/shared-testing';
import { freePort } from '../../../tools/lib/ports.mjs';
import { createSeededDatabase } from './harness/api.js';
import { type ApiProcess, startProcess } from './harness/api-process.js';
import { Person } from './harness/person.js';
import { publish } from './harness/publishing.js';
import { WORST_BODIES, type WorstBody } from './harness/worst-bodies.js';

/*
 * The budget: what one request may cost the process in CPU time, whatever it carries. It counts in what a plain request
 * costs in the same run, so that it holds on slow machines and fast ones; and what still has to be looked at, as a file
 * whose checksum is asked for, may cost so much more for each megabyte.
 */
const TIMES_A_PLAIN_ONE = 20;
const LEAST_MS = 30;
const MS_A_MEGABYTE = 15;
/** A garbage collection may fall on any request; not on each of several. */
const TRIES = 4;
const PERIOD = '2025-Q3';

interface Route {
  readonly method: string;
  readonly path: string;
  /** The account that is let in; undefined where nobody has to be. */
  readonly account?: string;
}
interface Description {
  readonly paths: Record<string, Record<string, { readonly 'x-permission': keyof typeof permissions }>>;
}

const ACCOUNTS = {
  owner: 'owner-1',
  manager: 'manager-1',
  coordinator: 'coordinator',
  admin: 'admin',
  viewer: 'viewer',
};

describe('what a request costs', () => {
  let database: TestDatabase;
  let api: ApiProcess;
  let cpuPort: number;
  const cookies = new Map<string, string>();
  let routes: Route[];
  let plain = 0;
  beforeAll(async () => {
    database = await createSeededDatabase();
    cpuPort = await freePort();
    api = await startProcess(database, {
      imports: [new URL('./harness/report-cpu.mjs', import.meta.url).href],
      env: { CPU_PORT: String(cpuPort), TRUST_PROXY: '1' },
    });
    await publish(await new Person(api.origin).signIn('coordinator'), PERIOD);
    for (const account of Object.values(ACCOUNTS)) {
      cookies.set(account, await (await new Person(api.origin).signIn(account)).cookies());
    }
    routes = [...(await declaredRoutes()), ...(await publicForms())];
    const costs: number[] = [];
    for (let nth = 0; nth < 50; nth++) costs.push((await costOf(routes[nth % routes.length]!, PLAIN)).ms);
    plain = costs.sort((one, other) => one - other)[25] ?? 0;
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const PLAIN: WorstBody = { type: 'application/json', body: Buffer.from('{}') };

  /** Every route of the API that is not a read, as the app describes itself. */
  async function declaredRoutes(): Promise<Route[]> {
    const response = await fetch(`${api.origin}/api/v1/openapi.json`);
    const { paths } = (await response.json()) as Description;
    return Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => method !== 'get')
        .map(([method, { 'x-permission': permission }]) => {
          const grant = permissions[permission];
          const role = grant === 'signed-in' ? 'viewer' : grant === 'public' ? undefined : grant[0];
          const filled = path
            .replace(/\{(?:code|period)\}/g, PERIOD)
            .replace(/\{(?:number|version)\}/g, '1')
            .replace(/\{\w*[iI]d\}/g, randomUUID())
            .replace(/\{\w+\}/g, 'x');
          return { method: method.toUpperCase(), path: filled, account: role && ACCOUNTS[role] };
        }),
    );
  }

  /** Every form on the public site that sends something. */
  async function publicForms(): Promise<Route[]> {
    const actions = new Set<string>();
    const textOf = async (path: string) => (await fetch(new URL(path, api.origin))).text();
    await until('the report is on the site', async () => (await textOf('/sitemap.xml')).includes(PERIOD));
    for (const [, path = ''] of (await textOf('/sitemap.xml')).matchAll(/<loc>[^<]*?:\d+([^<]*)<\/loc>/g)) {
      const forms = (await textOf(path || '/')).matchAll(/<form[^>]* method="post"[^>]*>/g);
      for (const [form] of forms) actions.add(/ action="([^"]*)"/.exec(form)?.[1] || path);
    }
    return [...actions, '/tack', '/en/tack'].map((path) => ({ method: 'POST', path }));
  }

  async function cpu(): Promise<number> {
    const spent = (await (await fetch(`http://127.0.0.1:${cpuPort}`)).json()) as NodeJS.CpuUsage;
    return (spent.user + spent.system) / 1000;
  }

  /** Sends a request of its own connection, each from another visitor, and waits until all is over. */
  async function costOf(route: Route, worst: WorstBody, cookie = ''): Promise<{ ms: number; status: number }> {
    const before = await cpu();
    const heard = await send(route, worst, cookie);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
    const ms = (await cpu()) - before;
    if (status !== 429) return { ms, status };
    await sleep(1000 * Number(/retry-after: (\d+)/i.exec(heard)?.[1] ?? 1));
    return costOf(route, worst, cookie);
  }

  let visitors = 0;
  function send({ method, path }: Route, { type, headers = '', body, chunked }: WorstBody, cookie: string) {
    const { host, port } = new URL(api.origin);
    visitors++;
    const head = [
      `${method} ${path}?${'q[a]=b&'.repeat(200)} HTTP/1.1`,
      ...[`Host: ${host}`, `Origin: ${api.origin}`, 'Connection: close', `Cookie: ${cookie}`, `Content-Type: ${type}`],
      `X-Forwarded-For: 198.51.${visitors >> 8}.${visitors & 0xff}`,
      ...['If-Match: "1"', `Idempotency-Key: ${randomUUID()}`],
      chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`,
    ].join('\r\n');
    return new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`${head}\r\n${headers}\r\n`);
        socket.write(body);
      });
      socket
        .on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
        .on('error', () => undefined)
        .on('close', () => resolve(heard));
    });
  }

  it('is asked of every route that takes a body', () => {
    expect(routes.length).toBeGreaterThan(25);
    for (const path of ['/kontrollera', '/en/kontrollera', '/tyck-till', '/en/tyck-till', '/auth/logout']) {
      expect(routes.map((route) => route.path)).toContain(path);
    }
  });

  it.each(Object.entries(WORST_BODIES))('is within the budget for %s', async (_, worst) => {
    const allowed = Math.max(LEAST_MS, TIMES_A_PLAIN_ONE * plain) + (MS_A_MEGABYTE * worst.body.length) / 1_000_000;
    for (const route of routes) {
      for (const account of route.account === undefined ? [undefined] : [undefined, route.account]) {
        let least = Infinity;
        for (let attempt = 0; attempt < TRIES && least > allowed; attempt++) {
          const { ms, status } = await costOf(route, worst, account && cookies.get(account));
          // Who goes on sending what is not read may be cut off before the response is heard.
          expect([route.path, status < 500]).toEqual([route.path, true]);
          least = Math.min(least, ms);
        }
        const told = `${route.method} ${route.path} as ${account ?? 'nobody'}: ${least.toFixed(1)} ms of ${allowed.toFixed(1)}`;
        expect([told, least <= allowed]).toEqual([told, true]);
      }
    }
  });
});
