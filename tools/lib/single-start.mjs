// One `npm start` or `npm run dev` per checkout at a time: two would share one data folder.
import { setTimeout as sleep } from 'node:timers/promises';
import { breakLock, readLock, tryLock, unlock } from './lock-file.mjs';
import { commandOf, isGone, parentOf } from './processes.mjs';
import { at, ROOT } from './root.mjs';

const LOCK = at('.cache', 'start.lock');
const STOPPED_WITHIN_MS = 30_000;
// npm itself, the shell in which npm runs the script, and an older Node that runs this one.
const LAUNCHER =
  /^npm\b|npm-cli\.js|^(\S*\/)?\w*sh -c node tools\/(start|dev)\.mjs[^&;|]*$|^\S*node(\.exe)? \S*(start|dev)\.mjs/;

/**
 * `folder` is the checkout; a lock that came along when another checkout was copied names the other one.
 * `dataFolder` is where the started plan's database lives.
 * @typedef {{pid: number, folder: string, dataFolder: string, launchers: number[]}} Holder
 */
/** @typedef {{lock?: string, folder?: string}} Place */

/** Another start is running in this checkout. */
class AlreadyStarted extends Error {
  constructor(/** @type {number} */ pid) {
    super(`Målspår startas eller körs redan härifrån (process ${pid}). Stoppa den först med Ctrl-C.`);
  }
}

/**
 * Holds the checkout until this process ends. What a killed start left behind is taken over, and stopped if it runs.
 * @param {string} dataFolder where the plan to start has its database
 * @param {Place} [place]
 * @throws {AlreadyStarted}
 */
export async function holdCheckout(dataFolder, { lock = LOCK, folder = ROOT } = {}) {
  /** @type {Holder} */
  const self = { pid: process.pid, folder, dataFolder, launchers: launchersOf(process.pid) };
  while (!tryLock(lock, self)) {
    const holder = readLock(lock);
    if (runsIn(folder, holder)) {
      if (!holder.launchers.some(isGone)) throw new AlreadyStarted(holder.pid);
      await stopLeftover(holder);
    }
    breakLock(lock, holder);
  }
  process.on('exit', () => unlock(lock));
}

/**
 * @param {Place} [place]
 * @returns {string | undefined} the data folder of the start that runs in this checkout
 */
export function runningDataFolder({ lock = LOCK, folder = ROOT } = {}) {
  const holder = readLock(lock);
  return runsIn(folder, holder) ? holder.dataFolder : undefined;
}

/** @returns {boolean} false for a lock that came along from another checkout, or whose holder has ended */
const runsIn = (/** @type {string} */ folder, /** @type {Holder | undefined} */ holder) =>
  holder?.folder === folder && isRunning(holder);

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
  return (process.platform === 'win32' ? /node\.exe/ : /\b(start|dev)\.mjs/).test(commandOf(pid));
}

async function stopLeftover(/** @type {Holder} */ { pid }) {
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (!isGone(pid) && Date.now() < deadline) await sleep(50);
  if (!isGone(pid)) process.kill(pid, 'SIGKILL');
}
