// Folders of a project that import each other: neither can be read, or moved, without the other.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { at } from './root.mjs';
import { productionFiles } from './sources.mjs';

/** What puts a project, or the pages of a site, together knows all the folders below it. */
const PUTS_TOGETHER =
  /\/index\.ts$|\/src\/[a-z-]+\.(module|routes|config)\.ts$|\/site\/(public-site-page|report-pages)\.ts$/;
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/**
 * @typedef {{ readonly from: string, readonly to: string, readonly file: string }} FolderImport
 * @param {readonly string[]} [files] paths from the top of the checkout
 * @param {(path: string) => string} [read]
 * @returns {FolderImport[][]} the shortest way round for each folder that can be left and come back to, once each
 */
export function folderCircles(files = productionFiles(), read = (path) => readFileSync(at(path), 'utf8')) {
  const imports = files.filter((file) => !PUTS_TOGETHER.test(file)).flatMap((file) => folderImports(file, read(file)));
  /** @type {Map<string, Map<string, FolderImport>>} */
  const from = new Map();
  for (const each of imports) from.set(each.from, (from.get(each.from) ?? new Map()).set(each.to, each));
  /** @type {Map<string, FolderImport[]>} */
  const circles = new Map();
  for (const folder of from.keys()) {
    const circle = wayBackTo(folder, from);
    const folders =
      circle
        ?.map((each) => each.from)
        .sort()
        .join(' ') ?? '';
    if (circle && !circles.has(folders)) circles.set(folders, circle);
  }
  return [...circles.values()];
}

/** @returns {string} the circle as a list of imports, in the order in which one comes round */
export const circleText = (/** @type {FolderImport[]} */ circle) =>
  circle.map(({ file, to }) => `${file} imports ${to}`).join(', ');

/** @returns {FolderImport[]} from the file's folder to others of its project, at whatever depth */
function folderImports(/** @type {string} */ file, /** @type {string} */ source) {
  const from = posix.dirname(file);
  return [...source.matchAll(IMPORT)]
    .map(([, path = '']) => posix.dirname(posix.join(from, path)))
    .filter((to) => to !== from)
    .map((to) => ({ from, to, file }));
}

/** @returns {FolderImport[] | null} breadth first */
function wayBackTo(/** @type {string} */ start, /** @type {Map<string, Map<string, FolderImport>>} */ from) {
  const seen = new Set();
  let ways = [...(from.get(start)?.values() ?? [])].map((each) => [each]);
  while (ways.length > 0) {
    const back = ways.find((way) => way.at(-1)?.to === start);
    if (back) return back;
    ways = ways.flatMap((way) => {
      const to = way.at(-1)?.to ?? '';
      if (seen.has(to)) return [];
      seen.add(to);
      return [...(from.get(to)?.values() ?? [])].map((each) => [...way, each]);
    });
  }
  return null;
}
