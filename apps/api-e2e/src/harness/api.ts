import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type DatabaseAddresses } from '@malspar/shared-testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, readConfig } from '../../../api/src/config.js';
import { createApp } from '../../../api/src/create-app.js';
import { freePort } from '../../../../tools/lib/ports.mjs';
import { seed } from '../../../api/src/seed-data.js';
import { Person } from './person.js';

export { migrate, migrateDown, pendingMigrations } from '../../../api/src/database/migrate.js';
export { migrations } from '../../../api/src/database/migrations/index.js';

/** A path from the top of the checkout. */
export const root = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const DEMO_MODULE = root('tools/demo-identity-provider/provider.mjs');
const DEMO_PLAN = root('tools/seed/data/miljoplan-2021-2025.json');

export interface TestApi extends DatabaseAddresses {
  readonly app: NestExpressApplication;
  readonly origin: string;
  /** Nobody: a browser that has not signed in. */
  anybody(): Person;
  /** The demo account of that key, signed in; the same browser each time. */
  person(key: string): Promise<Person>;
  /** A second instance on the same database, which knows the sessions of the first. */
  anotherInstance(): Promise<{ readonly origin: string; stop(): Promise<void> }>;
  stop(): Promise<void>;
}

/** The environment of an API with demo sign-in on a database. */
export const environment = (
  database: Pick<DatabaseAddresses, 'appUrl' | 'ownerUrl'>,
  port: number,
): Record<string, string> => ({
  NODE_ENV: 'test',
  PUBLIC_ORIGIN: `http://localhost:${port}`,
  PORT: String(port),
  DATABASE_URL: database.appUrl,
  DATABASE_MIGRATION_URL: database.ownerUrl,
  SESSION_SECRET: 'a secret that is used in tests and nowhere else',
  AUTH_MODE: 'demo',
  DEMO_IDP_MODULE: DEMO_MODULE,
  LOG_LEVEL: 'silent',
});

/** Puts the plan, its histories, the demo people and the open period into a database; nothing is published. */
async function seedDemo(config: Config, planFile = DEMO_PLAN): Promise<void> {
  const plan = JSON.parse(readFileSync(planFile, 'utf8')) as unknown;
  await seed(config, { plan, demoModule: DEMO_MODULE, publishPast: false });
}

/** A database of its own that is already seeded; made once for all test files, since it takes its time. */
export function createSeededDatabase(planFile = DEMO_PLAN): ReturnType<typeof createTestDatabase> {
  // What is seeded counts from today: open periods, deputies.
  const key = createHash('sha256').update(planFile).update(new Date().toDateString()).digest('hex').slice(0, 12);
  return createTestDatabase({
    name: `seeded_${key}`,
    fill: (database) => seedDemo(readConfig(environment(database, 0)), planFile),
  });
}

/** The whole API on a database of its own, with the demo plan, its histories and its open period. */
export async function startApi(
  options: { planFile?: string; webRoot?: string; settings?: Record<string, string> } = {},
): Promise<TestApi> {
  const database = await createSeededDatabase(options.planFile);
  const start = async () => {
    const port = await freePort();
    const config = readConfig({ ...environment(database, port), WEB_ROOT: options.webRoot, ...options.settings });
    const app = await createApp(config);
    await app.listen(port, '127.0.0.1');
    return { app, config };
  };
  const { app, config } = await start();
  const people = new Map<string, Promise<Person>>();
  return {
    ...database,
    app,
    origin: config.PUBLIC_ORIGIN,
    anybody: () => new Person(config.PUBLIC_ORIGIN),
    person(key) {
      if (!people.has(key)) people.set(key, new Person(config.PUBLIC_ORIGIN).signIn(key));
      return people.get(key)!;
    },
    async anotherInstance() {
      const other = await start();
      return { origin: other.config.PUBLIC_ORIGIN, stop: () => other.app.close() };
    },
    async stop() {
      await app.close();
      await database.drop();
    },
  };
}
