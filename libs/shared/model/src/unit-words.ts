/** Ways of writing one unit; the first is what the others are compared as. */
const SAME: readonly (readonly string[])[] = [
  ['%', 'procent', 'percent'],
  ['m2', 'kvm'],
  ['m3', 'kbm'],
  ['kr', 'kronor', 'krona', 'sek'],
  ['st', 'stycken', 'styck'],
  ['liter', 'l', 'litre', 'litres'],
  ['ton', 't', 'tonnes', 'tons'],
  ['år', 'year'],
];
const KNOWN = new Map(SAME.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)));

// NFKC makes ² into 2 and ₂ into 2, as people write them without.
const plain = (unit: string): string =>
  unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => KNOWN.get(word) ?? word)
    .replace(/[\s.]/gu, '');

/** Whether the words after a number are its own unit: as it stands, without its parenthesis, or a share's bare `%`. */
export function isUnit(written: string, unit: string): boolean {
  const own = plain(unit);
  const accepted = [own, plain(unit.replace(/\(.*$/u, '')), ...(own.startsWith('%') ? ['%'] : [])];
  return accepted.includes(plain(written)) && own !== '';
}
