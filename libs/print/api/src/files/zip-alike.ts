import { zipSync, type Zippable } from 'fflate';

// In local time, as zip has it: the same bytes whatever the time zone.
const FIXED = new Date(2000, 0, 1);
const PACKED = /\.(pdf|xlsx|zip|png)$/;
const FIRST = '[Content_Types].xml';

/** A zip archive that is the same for the same files: sorted, with one fixed time. */
export function zipAlike(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const rank = (name: string): string => (name === FIRST ? '' : name);
  const entries = Object.entries(files)
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([name, bytes]): [string, Zippable[string]] => [
      name,
      [bytes, { mtime: FIXED, level: PACKED.test(name) ? 0 : 9, os: 0, attrs: 0 }],
    ]);
  return zipSync(Object.fromEntries(entries));
}
