import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@malspar/shared-testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig } from '../../../api/src/config.js';
import { createApp } from '../../../api/src/create-app.js';
import { seed } from '../../../api/src/seed-data.js';
import { Person } from './person.js';

const root = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const DEMO_MODULE = root('tools/demo-identity-provider/provider.mjs');

export interface TestApi {
  readonly app: NestExpressApplication;
  readonly origin: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly superuserUrl: string;
  /** Nobody: a browser that has not signed in. */
  anybody(): Person;
  /** The demo account of that key, signed in; the same browser each time. */
  person(key: string): Promise<Person>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The whole API on a database of its own, with the demo plan, its histories and its open period. */
export async function startApi(options: { planFile?: string; webRoot?: string } = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const config = readConfig({
    NODE_ENV: 'test',
    PUBLIC_ORIGIN: origin,
    PORT: String(port),
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.ownerUrl,
    SESSION_SECRET: 'a secret that is used in tests and nowhere else',
    AUTH_MODE: 'demo',
    DEMO_IDP_MODULE: DEMO_MODULE,
    WEB_ROOT: options.webRoot,
    LOG_LEVEL: 'silent',
  });
  const file = options.planFile ?? root('tools/seed/data/miljoplan-2021-2025.json');
  await seed(config, {
    plan: JSON.parse(readFileSync(file, 'utf8')) as unknown,
    demoModule: DEMO_MODULE,
  });
  const app = await createApp(config);
  await app.listen(port, '127.0.0.1');
  const people = new Map<string, Promise<Person>>();
  return {
    app,
    origin,
    ...database,
    anybody: () => new Person(origin),
    person(key) {
      if (!people.has(key)) people.set(key, new Person(origin).signIn(key));
      return people.get(key)!;
    },
    async stop() {
      await app.close();
      await database.drop();
    },
  };
}
