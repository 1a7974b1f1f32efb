// One `npm start` per checkout at a time: two would build over each other and share one data folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isGone, parentOf } from './processes.mjs';
import { at } from './root.mjs';

const LOCK = at('.cache', 'start.lock');
const STOPPED_WITHIN_MS = 30_000;
// npm itself, the shell in which npm runs the script, and an older Node that runs this one.
const LAUNCHER = /^npm\b|npm-cli\.js|^(\S*\/)?\w*sh -c node tools\/start\.mjs[^&;|]*$|^\S*node(\.exe)? \S*start\.mjs/;

/** @typedef {{pid: number, launchers: number[]}} Holder */

/** Another start is running in this checkout. */
export class AlreadyStarted extends Error {
  constructor(/** @type {number} */ pid) {
    super(`Målspår startas eller körs redan härifrån (process ${pid}). Stoppa den först med Ctrl-C.`);
  }
}

/**
 * Holds the checkout until this process ends. What a killed start left behind is taken over, and stopped if it runs.
 * @param {string} [lock] where it is written who holds the checkout
 * @throws {AlreadyStarted}
 */
export async function holdCheckout(lock = LOCK) {
  mkdirSync(dirname(lock), { recursive: true });
  /** @type {Holder} */
  const self = { pid: process.pid, launchers: launchersOf(process.pid) };
  while (!wroteLock(lock, self)) {
    const holder = readHolder(lock);
    if (holder && isRunning(holder)) {
      if (!holder.launchers.some(isGone)) throw new AlreadyStarted(holder.pid);
      await stopLeftover(holder);
    }
    rmSync(lock, { force: true });
  }
  process.on('exit', () => {
    if (readHolder(lock)?.pid === process.pid) rmSync(lock, { force: true });
  });
}

function wroteLock(/** @type {string} */ lock, /** @type {Holder} */ self) {
  try {
    writeFileSync(lock, JSON.stringify(self), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/** @returns {Holder | undefined} */
function readHolder(/** @type {string} */ lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

// npm, its shell and the older Node stand between the person and this process, which outlives them when they are killed.
function launchersOf(/** @type {number} */ pid) {
  const chain = [];
  let above = parentOf(pid);
  while (above && LAUNCHER.test(commandOf(above))) {
    chain.push(above);
    above = parentOf(above);
  }
  return chain;
}

// The number may have gone to another program since.
function isRunning(/** @type {Holder} */ { pid }) {
  if (pid === process.pid || isGone(pid)) return false;
  return commandOf(pid).includes(process.platform === 'win32' ? 'node.exe' : 'start.mjs');
}

async function stopLeftover(/** @type {Holder} */ { pid }) {
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (!isGone(pid) && Date.now() < deadline) await sleep(50);
  if (!isGone(pid)) process.kill(pid, 'SIGKILL');
}
