// What the operating system says about processes, ours or not.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number} pid */
export function isGone(pid) {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/**
 * @param {number} pid
 * @returns {string} its command line, or its program's name on Windows; empty when there is no such process
 */
export function commandOf(pid) {
  if (process.platform === 'win32') return ask('tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH');
  if (process.platform !== 'linux') return ask('ps', '-o', 'command=', '-p', String(pid));
  return readProc(pid, 'cmdline').replaceAll('\0', ' ');
}

/**
 * @param {number} pid
 * @returns {number | undefined} the process that started it, or that has taken it over since
 */
export function parentOf(pid) {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return Number(ask('ps', '-o', 'ppid=', '-p', String(pid))) || undefined;
  // The name, in parentheses, may hold anything; state and parent follow it.
  const afterName = readProc(pid, 'stat').split(') ').pop() ?? '';
  return Number(afterName.split(' ')[1]) || undefined;
}

function ask(/** @type {string} */ program, /** @type {string[]} */ ...args) {
  return spawnSync(program, args, { encoding: 'utf8', windowsHide: true }).stdout ?? '';
}

function readProc(/** @type {number} */ pid, /** @type {string} */ file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
