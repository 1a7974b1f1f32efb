import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ask: (job: object) => Promise<any>, end: () => void}} Child */

/**
 * A program of the bench in a process and a session of its own, as the API is: Linux divides the processors between
 * sessions first, and on a busy machine whoever shares one with the asker is woken sooner. Answers one message with
 * another; ends when its channel does.
 * @param {string} file beside this one
 * @returns {Child}
 */
export function startChild(file) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  return {
    ask(job) {
      return new Promise((resolve, reject) => {
        const ended = (/** @type {number | null} */ code) => reject(new Error(`${file} ended with ${code}`));
        child.once('exit', ended);
        child.once('message', (message) => {
          child.off('exit', ended);
          resolve(message);
        });
        child.send(job);
      });
    },
    end: () => child.disconnect(),
  };
}

/** @param {number[]} numbers */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? NaN;
