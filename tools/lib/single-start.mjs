// One `npm start` per checkout at a time: two would build over each other and share one data folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { at } from './root.mjs';

const LOCK = at('.cache', 'start.lock');

/** Another start is running in this checkout. */
export class AlreadyStarted extends Error {
  constructor(/** @type {number} */ pid) {
    super(`Målspår startas eller körs redan härifrån (process ${pid}). Stoppa den först med Ctrl-C.`);
  }
}

/**
 * Holds the checkout until this process ends. A lock left by a killed process is taken over.
 * @throws {AlreadyStarted}
 */
export function holdCheckout() {
  mkdirSync(at('.cache'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      const holder = Number(readIfThere());
      if (holder && isStart(holder)) throw new AlreadyStarted(holder);
      rmSync(LOCK, { force: true });
    }
  }
  process.on('exit', () => {
    if (Number(readIfThere()) === process.pid) rmSync(LOCK, { force: true });
  });
}

function readIfThere() {
  try {
    return readFileSync(LOCK, 'utf8');
  } catch {
    return '';
  }
}

// The number may have gone to another program since.
function isStart(/** @type {number} */ pid) {
  if (pid === process.pid) return false;
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs');
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') {
    return spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).stdout.includes('node.exe');
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('start.mjs');
}
