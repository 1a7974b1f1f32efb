// The API as a child process that ends when this one does, however this one ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { at, ROOT } from './root.mjs';

const READY_WITHIN_MS = 240_000;
const POLITE_FOR_MS = 10_000;
const MAIN = at('apps', 'api', 'dist', 'main.js');

/**
 * Starts the API and waits until /health/ready says so.
 * @param {{env: NodeJS.ProcessEnv, port: number, logFile: string, main?: string, cwd?: string}} options
 */
export async function startApiProcess({ env, port, logFile, main = MAIN, cwd = ROOT }) {
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  let askedToEnd = false;
  /** @type {() => void} */
  let tellEnded = () => undefined;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => (tellEnded = resolve));

  const start = async () => {
    askedToEnd = false;
    child = spawnApi({ main, cwd, env, logFile });
    child.once('exit', () => askedToEnd || tellEnded());
    await becomesReady(child, port, logFile);
  };
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    askedToEnd = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    if ((await Promise.race([exit, sleep(POLITE_FOR_MS, 'late', { ref: false })])) === 'late') child.kill('SIGKILL');
    await exit;
  };
  const stop = () => end('SIGTERM');
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { start, stop, kill: () => end('SIGKILL'), ended, logFile };
}

/** @param {{main: string, cwd: string, env: NodeJS.ProcessEnv, logFile: string}} what */
function spawnApi({ main, cwd, env, logFile }) {
  const log = openSync(logFile, 'a', 0o600);
  const endWithParent = pathToFileURL(at('tools', 'lib', 'end-with-parent.mjs')).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, main], {
    cwd,
    // Compiled code is kept by Node: a start takes a fifth less of a core.
    env: { NODE_COMPILE_CACHE: at('.cache', 'compiled-code'), ...env },
    stdio: ['ignore', log, log, 'ipc'],
    // Not in the terminal's group: Ctrl-C reaches this program alone, which then stops things in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(log);
  return child;
}

async function becomesReady(
  /** @type {import('node:child_process').ChildProcess} */ child,
  /** @type {number} */ port,
  /** @type {string} */ logFile,
) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { redirect: 'manual' }).catch(
      () => undefined,
    );
    if (response?.status === 200) return;
    await sleep(50);
  }
  const lastWords = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
  throw new Error(`Webbservern startade inte. Det sista den skrev i ${logFile}:\n${lastWords}`);
}
