// What docker/Dockerfile says, read without Docker.
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, ROOT } from './root.mjs';

/**
 * @typedef {object} Image
 * @property {string[]} install the last `npm ci` of the file, as words
 * @property {string[]} command CMD
 * @property {string[]} healthCommand HEALTHCHECK
 * @property {string | undefined} user USER of the last stage
 * @property {Record<string, string>} env ENV of the last stage
 */

/** @returns {Image} */
export function readImage() {
  const lines = readFileSync(at('docker', 'Dockerfile'), 'utf8')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const words = (/** @type {RegExp} */ pattern) => {
    const [, found] = lastStage.map((line) => pattern.exec(line)).find(Boolean) ?? [];
    return /** @type {string[]} */ (JSON.parse(found ?? '[]'));
  };
  const env = lastStage.filter((line) => line.startsWith('ENV ')).flatMap((line) => line.slice(4).split(' '));
  return {
    install: (lines.findLast((line) => line.startsWith('RUN npm ci')) ?? '').split(' ').slice(1),
    command: words(/^CMD (.*)$/),
    healthCommand: words(/^HEALTHCHECK .*?CMD (.*)$/),
    user: lastStage.find((line) => line.startsWith('USER '))?.slice(5),
    env: Object.fromEntries(env.map((pair) => pair.split('='))),
  };
}

/** @returns {string[]} the files that docker/compose.yaml runs instead of CMD */
export function composePrograms() {
  const compose = readFileSync(at('docker', 'compose.yaml'), 'utf8');
  return [...compose.matchAll(/command: \[node,.*?([\w/-]+\.js)/g)].map(([, file]) => file ?? '');
}

/**
 * Copies the files the image holds.
 * @param {string} folder
 */
export function copyImageFiles(folder) {
  const patterns = readFileSync(at('docker', 'image-files'), 'utf8').trim().split('\n');
  for (const pattern of patterns) {
    const found = globSync(pattern, { cwd: ROOT });
    if (!found.length) throw new Error(`docker/image-files: ${pattern} matches nothing.`);
    for (const name of found) cpSync(at(name), join(folder, name), { recursive: true });
  }
}
