import { spawn } from 'node:child_process';

/** A program ended badly; `output` is all it said. */
class CommandFailed extends Error {
  constructor(/** @type {string} */ command, /** @type {string} */ output) {
    super(`${command} misslyckades.\n${output.split('\n').slice(-40).join('\n')}`);
    this.output = output;
  }
}

/**
 * Runs a program to its end, quietly.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} all it said; rejects with CommandFailed when it ends with another code than 0
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { windowsHide: true, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const output = Buffer.concat(said).toString();
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command.split(/[\\/]/).pop(), ...args].join(' '), output));
    });
  });
}
