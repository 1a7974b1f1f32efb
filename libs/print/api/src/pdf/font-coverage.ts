import { cleanText, UNSEEN_SIGN } from '@malspar/shared-model';

/** Which characters a TrueType font can show, read from its `cmap` table (formats 4 and 12; OpenType 1.9 § cmap). */
export class FontCoverage {
  private readonly ranges: readonly (readonly [from: number, to: number])[];

  constructor(font: Buffer) {
    this.ranges = rangesOf(font);
  }

  covers(codePoint: number): boolean {
    return this.ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
  }
}

function rangesOf(font: Buffer): [number, number][] {
  const tables = font.readUInt16BE(4);
  const cmap = Array.from({ length: tables }, (_, index) => 12 + 16 * index).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  );
  if (cmap === undefined) throw new RangeError('Not a font with characters');
  const start = font.readUInt32BE(cmap + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, index) => start + font.readUInt32BE(start + 4 + 8 * index + 4),
  );
  const full = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (full !== undefined) return groupsOf(font, full);
  const basic = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (basic === undefined) throw new RangeError('No character map of a known format');
  return segmentsOf(font, basic);
}

function groupsOf(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function segmentsOf(font: Buffer, at: number): [number, number][] {
  const doubled = font.readUInt16BE(at + 6);
  return Array.from({ length: doubled / 2 - 1 }, (_, index) => [
    font.readUInt16BE(at + 16 + doubled + 2 * index),
    font.readUInt16BE(at + 14 + 2 * index),
  ]);
}

/** What stands for a character that cannot be shown. */
export const REPLACEMENT = '□';

// Not characters to be shown: a line end stays, a tab is a space.
const LAYOUT: Readonly<Record<string, string>> = { '\n': '\n', '\t': ' ' };

/** What most texts are made of: looked for in one go, where the fonts have all of it. */
const ORDINARY = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') + 'åäöÅÄÖ';
const IS_ORDINARY = /^[ -~åäöÅÄÖ]*$/;

/** The value with every text in it kept to what all the fonts can show, and the characters that could not be. */
export function keepToFonts<T>(value: T, fonts: readonly FontCoverage[]): { value: T; replaced: string[] } {
  const replaced = new Set<string>();
  const known = new Map<string, string>();
  const shown = (character: string): string => {
    const earlier = known.get(character);
    if (earlier !== undefined) return earlier;
    const codePoint = character.codePointAt(0) ?? 0;
    const layout = LAYOUT[character];
    const covered = layout !== undefined || fonts.every((font) => font.covers(codePoint));
    const isUnseen = UNSEEN_SIGN.test(character);
    if (!covered && !isUnseen) replaced.add(character);
    const result = layout ?? (covered ? character : isUnseen ? '' : REPLACEMENT);
    known.set(character, result);
    return result;
  };
  const haveOrdinary = Array.from(ORDINARY).every((each) => fonts.every((font) => font.covers(each.charCodeAt(0))));
  const walk = (inner: unknown): unknown => {
    if (typeof inner === 'string' && haveOrdinary && IS_ORDINARY.test(inner)) return inner;
    if (typeof inner === 'string') return Array.from(cleanText(inner), shown).join('');
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, walk(each)]));
  };
  return { value: walk(value) as T, replaced: [...replaced] };
}
