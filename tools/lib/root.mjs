import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path below the top folder. */
export const at = (/** @type {string[]} */ ...parts) => join(ROOT, ...parts);
