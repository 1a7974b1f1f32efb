// Tells when source files change.
import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from './root.mjs';

const NOT_SOURCE = /(^|[\\/])(dist|node_modules|test-results|\.[^\\/]*)([\\/]|$)|~$|\.(tmp|swp|log)$/;
// Editors and version control write many files at once; they count as one change.
const SETTLED_MS = 200;

/**
 * @param {string[]} folders from the top folder, with all that is below them
 * @returns {AsyncGenerator<string>} the path of one changed file; what changes while it is dealt with comes after
 */
export async function* changes(folders) {
  /** @type {string | undefined} */
  let changed;
  let wake = () => undefined;
  const watchers = folders.map((folder) =>
    watch(at(folder), { recursive: true }, (_event, name) => {
      if (!name || NOT_SOURCE.test(name)) return;
      changed = `${folder}/${name}`;
      wake();
    }),
  );
  try {
    for (;;) {
      if (changed === undefined) await new Promise((resolve) => (wake = () => void resolve(undefined)));
      await sleep(SETTLED_MS);
      const path = changed ?? '';
      changed = undefined;
      yield path;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
