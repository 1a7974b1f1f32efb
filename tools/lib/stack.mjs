// The whole of Målspår on one machine: database, migrations, plan, web server. `npm start` and the browser journeys
// both bring it up this way, and so does `npm run dev`. Everything must be built beforehand (build.mjs).
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiProcess } from './api-process.mjs';
import { buildingAlone } from './build.mjs';
import { DEFAULT_PLAN } from './data-folder.mjs';
import { cleanEnvironment } from './node24.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';
import { makeRunnableCopy } from './runnable-copy.mjs';
import { startThrowawayPostgres } from './throwaway-postgres.mjs';

export const DEFAULT_PORT = 4200;

/** @typedef {{appUrl: string, ownerUrl: string | undefined}} Addresses */

/**
 * @typedef {object} Stack
 * @property {string} origin where a browser finds it
 * @property {string | undefined} ownerUrl the database, as the owner of its schema
 * @property {string} appUrl the database, as the running app
 * @property {string} logFile what the API writes
 * @property {Promise<void>} apiEnded settles when the API ends without having been asked to
 * @property {number} apiPort where the API itself listens
 * @property {() => Promise<void>} stop stops everything; throwaway data is deleted
 * @property {() => Promise<void>} stopApi ends the API when it has done what it is doing
 * @property {() => Promise<void>} killApi ends the API at once, without any goodbye
 * @property {() => Promise<void>} startApi starts it again on the same address
 */

/**
 * @param {object} options
 * @param {string} [options.dataDir] kept between starts; without it everything is thrown away at stop
 * @param {boolean} [options.demo] demo sign-in and demo histories
 * @param {string} [options.planFile]
 * @param {number} [options.port] tried first; the next free one is taken otherwise
 * @param {string} [options.origin] where a browser finds it, when that is not the API itself
 * @param {boolean} [options.copy] false to run what is built where it stands, for a server that follows its changes
 * @param {NodeJS.ProcessEnv} [options.env] over the API's environment
 * @param {Addresses} [options.database] one that is there already; otherwise DATABASE_URL's, or one is made
 * @param {(database: Addresses) => Promise<void>} [options.filled] called when plan and demo are in the database and
 *   nobody uses it yet
 * @param {<T>(label: string, work: () => Promise<T>) => Promise<T>} [options.step] told about each step
 * @returns {Promise<Stack>}
 */
export async function startStack({
  dataDir,
  demo = true,
  planFile = DEFAULT_PLAN,
  port,
  origin: givenOrigin,
  copy = true,
  env,
  database: given,
  filled = async () => undefined,
  step = runStep,
}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'malspar-stack-'));
  mkdirSync(folder, { recursive: true });
  /** @type {(() => Promise<unknown>)[]} */
  const undo = dataDir ? [] : [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const action of undo.splice(0).reverse()) await action();
  };
  try {
    const built = copy
      ? await buildingAlone(async () => makeRunnableCopy())
      : { folder: ROOT, remove: () => undefined };
    undo.push(async () => built.remove());
    const program = (/** @type {string} */ name) => join(built.folder, 'apps', 'api', 'dist', `${name}.js`);
    let database = given ?? externalDatabase();
    if (!database) {
      const started = await step('Startar databasen', async () => {
        const made = dataDir ? await startPostgres({ dataDir: join(dataDir, 'pg') }) : await startThrowawayPostgres();
        undo.push(made.stop);
        return made;
      });
      database = { appUrl: started.appUrl, ownerUrl: started.ownerUrl };
    }
    const apiPort = port === undefined ? await freePort() : await freePort(port);
    const origin = givenOrigin ?? process.env.PUBLIC_ORIGIN ?? `http://localhost:${apiPort}`;
    const environment = {
      ...apiEnvironment({ built: built.folder, database, demo, folder, origin, planFile, port: apiPort }),
      ...env,
    };
    const command = (/** @type {string[]} */ [name = '', ...args], /** @type {NodeJS.ProcessEnv} */ more = {}) =>
      run(process.execPath, ['--enable-source-maps', program(name), ...args], {
        cwd: ROOT,
        env: { ...environment, ...more },
      });
    // The owner's key is for the migrations alone.
    const owner = database.ownerUrl ? { DATABASE_MIGRATION_URL: database.ownerUrl } : {};
    await step('Uppdaterar databasens tabeller', async () => void (await command(['migrate', 'up'], owner)));
    await step('Läser in planen', async () => {
      await command(['seed', '--plan', planFile, ...(demo ? ['--demo'] : [])]);
    });
    await filled(database);
    const api = await step('Startar webbservern', async () => {
      const started = await startApiProcess({
        env: environment,
        port: apiPort,
        main: program('main'),
        logFile: join(folder, 'api.log'),
      });
      undo.push(started.stop);
      return started;
    });
    return {
      origin,
      ...database,
      logFile: api.logFile,
      apiEnded: api.ended,
      apiPort,
      stop,
      stopApi: api.stop,
      killApi: api.kill,
      startApi: api.start,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const runStep = (/** @type {string} */ _label, /** @type {() => Promise<any>} */ work) => work();

/** @returns {Addresses | undefined} */
function externalDatabase() {
  const appUrl = process.env.DATABASE_URL;
  return appUrl ? { appUrl, ownerUrl: process.env.DATABASE_MIGRATION_URL } : undefined;
}

/**
 * @param {{built: string, database: Addresses, demo: boolean, folder: string, origin: string, planFile: string,
 *   port: number}} facts
 * @returns {NodeJS.ProcessEnv}
 */
function apiEnvironment({ built, database, demo, folder, origin, planFile, port }) {
  const demoSignIn = demo && {
    AUTH_MODE: 'demo',
    // Whatever the shell says: a demo is for this machine alone.
    HOST: '127.0.0.1',
    DEMO_IDP_MODULE: at('tools', 'demo-identity-provider', 'provider.mjs'),
  };
  return {
    NODE_ENV: demo ? 'development' : 'production',
    MIGRATE_ON_START: 'false',
    WEB_ROOT: join(built, 'apps', 'web', 'dist', 'browser'),
    HOST: '127.0.0.1',
    SESSION_SECRET: sessionSecret(folder),
    ...cleanEnvironment(),
    ...demoSignIn,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: '',
    PLAN_FILE: planFile,
    DEMO_DATA: String(demo),
  };
}

/** Kept, so that people stay signed in over a restart. */
function sessionSecret(/** @type {string} */ folder) {
  const file = join(folder, 'session-secret');
  try {
    writeFileSync(file, randomBytes(36).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
