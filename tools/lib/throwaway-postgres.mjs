// A PostgreSQL for one test run. A keeper process waits for the end of a pipe that only this process holds open, so the
// server and its data go away however the run ends: finished, interrupted or killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removePostgres, startPostgres } from './postgres.mjs';

/** @returns {Promise<import('./postgres.mjs').Database>} */
export async function startThrowawayPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'malspar-test-'));
  chmodSync(folder, 0o711);
  const keeper = spawn(process.execPath, [fileURLToPath(import.meta.url), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
    windowsHide: true,
  });
  keeper.unref();
  const gone = once(keeper, 'exit');
  const stop = async () => {
    keeper.ref();
    keeper.stdin.end();
    await gone;
  };
  try {
    return { ...(await startPostgres({ dataDir: join(folder, 'pg'), throwaway: true })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function keep(/** @type {string} */ folder) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  process.stdin.resume();
  await once(process.stdin, 'close');
  await removePostgres(join(folder, 'pg'));
  rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keep(process.argv[2] ?? '');
