// Lock files that name the process that holds them, so that what a killed process left behind can be told from a lock.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @template {{pid: number}} Holder
 * @param {string} file
 * @param {Holder} holder
 * @returns {boolean} false when somebody's lock is there already
 */
export function tryLock(file, holder) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * @param {string} file
 * @returns {any} what its holder wrote; undefined when there is no lock, or a broken one
 */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Removes a stale lock, unless it has been replaced since it was read. Another process may be doing the same.
 * @param {string} file
 * @param {unknown} stale what `readLock` gave
 */
export function breakLock(file, stale) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (JSON.stringify(readLock(aside)) !== JSON.stringify(stale)) restore(aside, file);
  rmSync(aside, { force: true });
}

function restore(/** @type {string} */ aside, /** @type {string} */ file) {
  try {
    linkSync(aside, file);
  } catch {
    // A third process has taken the lock in between; its holder is right.
  }
}

/** Removes the lock if this process holds it. */
export function unlock(/** @type {string} */ file) {
  if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
}
