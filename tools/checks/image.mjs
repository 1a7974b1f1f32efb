// Does by hand what the Dockerfile says: its files in an empty folder, its install, its command against an empty
// database, its health check. A file or package the image would lack shows here, without Docker.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApiProcess } from '../lib/api-process.mjs';
import { composePrograms, copyImageFiles, readImage } from '../lib/image.mjs';
import { cleanEnvironment } from '../lib/node24.mjs';
import { freePort } from '../lib/ports.mjs';
import { run } from '../lib/run.mjs';
import { startThrowawayPostgres } from '../lib/throwaway-postgres.mjs';

const WORKER_LIVES_MS = 3000;
const NOBODYS_TENANT = '00000000-0000-4000-8000-000000000000';

/** @returns {Promise<string[]>} */
export async function check() {
  const image = readImage();
  const wrong = [];
  if (!image.user || image.user === 'root') wrong.push('The image runs as root.');
  if (image.command[0] !== 'node') wrong.push('CMD is not node with a file.');
  const folder = mkdtempSync(join(tmpdir(), 'malspar-image-'));
  try {
    copyImageFiles(folder);
    const missing = composePrograms().filter((file) => !existsSync(join(folder, file)));
    wrong.push(...missing.map((file) => `compose.yaml runs ${file}, which the image lacks.`));
    await run(image.install[0] ?? '', [...image.install.slice(1), '--prefer-offline'], {
      cwd: folder,
      env: cleanEnvironment(),
      shell: process.platform === 'win32',
    });
    wrong.push(...(await startImage(image, folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return wrong;
}

async function startImage(/** @type {import('../lib/image.mjs').Image} */ image, /** @type {string} */ folder) {
  const database = await startThrowawayPostgres();
  try {
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      ...image.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_ORIGIN: 'https://malspar.example',
      SESSION_SECRET: randomBytes(36).toString('base64'),
      AUTH_MODE: 'azure',
      AZURE_TENANT_ID: NOBODYS_TENANT,
      AZURE_CLIENT_ID: NOBODYS_TENANT,
      AZURE_CLIENT_SECRET: 'none',
      DATABASE_URL: database.appUrl,
    };
    const migrationEnv = { PATH: process.env.PATH, ...image.env, DATABASE_MIGRATION_URL: database.ownerUrl };
    await run(process.execPath, ['apps/api/dist/migrate.js', 'up'], { cwd: folder, env: migrationEnv });
    const main = join(folder, image.command.at(-1) ?? '');
    const api = await startApiProcess({ env, port, main, cwd: folder, logFile: join(folder, 'api.log') });
    try {
      return [...(await healthFaults(image, env)), ...(await pageFaults(port)), ...(await workerFaults(folder, env))];
    } finally {
      await api.stop();
    }
  } finally {
    await database.stop();
  }
}

async function healthFaults(
  /** @type {import('../lib/image.mjs').Image} */ image,
  /** @type {NodeJS.ProcessEnv} */ env,
) {
  const probe = spawn(process.execPath, image.healthCommand.slice(1), { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => probe.once('exit', resolve));
  return code === 0 ? [] : ['HEALTHCHECK says no of a server that is ready.'];
}

async function pageFaults(/** @type {number} */ port) {
  const page = await fetch(`http://127.0.0.1:${port}/app/`);
  const isPage = page.ok && (page.headers.get('content-type') ?? '').startsWith('text/html');
  return isPage ? [] : [`/app/ answers ${page.status}.`];
}

async function workerFaults(/** @type {string} */ folder, /** @type {NodeJS.ProcessEnv} */ env) {
  const worker = spawn(process.execPath, ['apps/api/dist/worker.js'], { cwd: folder, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => worker.once('exit', (code, signal) => resolve(code ?? signal)));
  const early = await Promise.race([ended, sleep(WORKER_LIVES_MS, 'alive')]);
  worker.kill('SIGTERM');
  const last = await ended;
  if (early !== 'alive') return [`The worker ended by itself: ${early}.`];
  return last === 0 ? [] : [`The worker did not end well when asked to: ${last}.`];
}
