import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PublicationReceipt } from '@malspar/publication-model';
import { type TestDatabase, until } from '@malspar/shared-testing';
import { createSeededDatabase } from './harness/api.js';
import { type ApiProcess, startProcess } from './harness/api-process.js';
import { Doorway } from './harness/doorway.js';
import { Person } from './harness/person.js';
import { demand } from './harness/working.js';

const PER_SECOND = 200;
const SECONDS = 10;
const TICK_MS = 25;
const PATIENCE_MS = 120_000;
const PERIODS = ['2025-Q1', '2025-Q2'] as const;

describe('the public site while the database is stopped', () => {
  let database: TestDatabase;
  let doorway: Doorway;
  let api: ApiProcess;
  let coordinator: Person;
  let paths: string[];
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  beforeAll(async () => {
    database = await createSeededDatabase();
    doorway = await Doorway.to(database.appUrl);
    api = await startProcess({ ...database, appUrl: doorway.through(database.appUrl) });
    coordinator = await new Person(api.origin).signIn('coordinator');
    const receipts = [];
    for (const period of PERIODS) receipts.push(await publish(period));
    paths = await everything(receipts.at(-1)!);
    // Asked for once: what is rendered at the same time as the measuring would be measured, too.
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });
  afterAll(async () => {
    agent.destroy();
    await api.stop();
    await doorway.close();
    await database.drop();
  });

  const publish = async (period: string): Promise<PublicationReceipt> =>
    demand(
      await coordinator.api<PublicationReceipt>('POST', `publications/${period}/versions`, {
        body: { version: 1, confirmation: period },
        headers: { 'idempotency-key': randomUUID() },
      }),
    );

  /** Every page of the site map, the files of the latest report, and what machines read. */
  async function everything({ period, files }: PublicationReceipt): Promise<string[]> {
    const visible = `/rapporter/${period}/v1`;
    await until(`${visible} is on the site map`, async () => (await get('/sitemap.xml')).body.includes(visible));
    const map = (await get('/sitemap.xml')).body;
    const pages = [...map.matchAll(/<loc>[^<]*?:\d+([^<]*)<\/loc>/g)].map(([, path = '']) => path || '/');
    const stylesheet = /href="(\/assets\/[^"]+\.css)"/.exec((await get('/')).body)?.[1] ?? '';
    return [
      ...pages,
      ...files.map(({ name }) => `${visible}/filer/${name}`),
      ...['/atom.xml', '/sitemap.xml', '/robots.txt', stylesheet],
    ];
  }

  /** One request on a connection that is kept; throws when there is no response. Only ever to the API of this test. */
  function get(path: string): Promise<{ status: number; body: string }> {
    const { port } = new URL(api.origin);
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port,
        path,
        agent,
        timeout: PATIENCE_MS,
        headers: { 'accept-encoding': 'identity' },
      };
      const asked = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      asked.on('timeout', () => asked.destroy(new Error('No response in two minutes')));
      asked.on('error', reject);
      asked.end();
    });
  }

  it(`answers ${PER_SECOND} requests a second for ${SECONDS} s without one error`, async () => {
    const intended = PER_SECOND * SECONDS;
    const requests: Promise<string>[] = [];
    doorway.shut();
    const began = performance.now();
    // On a machine that cannot send as many, it takes longer.
    for (let sent = 0; sent < intended;) {
      const due = Math.min(intended, Math.ceil(((performance.now() - began) / 1000) * PER_SECOND));
      for (; sent < due; sent++) {
        const path = paths[sent % paths.length]!;
        const outcome = get(path).then(
          ({ status, body }) => (status === 200 && body.length > 0 ? 'ok' : `${path}: ${status}`),
          (error: unknown) => `${path}: ${String(error)}`,
        );
        requests.push(outcome);
      }
      await sleep(TICK_MS);
    }
    const outcomes = await Promise.all(requests);
    // The database was away all the while.
    expect((await get('/health/ready')).status).toBe(503);
    expect(outcomes.filter((outcome) => outcome !== 'ok')).toEqual([]);
    expect(outcomes).toHaveLength(intended);
  });

  it('shows what is published once the database is back', async () => {
    doorway.open();
    await until('it answers again', async () => (await coordinator.api('GET', 'me')).status === 200);
    expect((await get('/rapporter/2025-Q3/v1')).status).toBe(404);
    await publish('2025-Q3');
    await until('it is shown', async () => (await get('/rapporter/2025-Q3/v1')).status === 200);
    expect((await get('/atom.xml')).body).toContain('/rapporter/2025-Q3/v1');
  });
});
