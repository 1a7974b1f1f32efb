import { wordProcessorSigns } from './word-processor-signs.js';

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Signs that are seen although they are format characters: Arabic number signs and their like.
const SEEN_FORMAT = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';
// Where they may be part of a word or a picture: soft hyphen, joiners, variation selectors, tags of a flag.
const DEPENDS = '\\u00ad\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0020}-\\u{e007f}\\u{e0100}-\\u{e01ef}';
const NEVER = new RegExp(
  `(?![\\n\\t${SEEN_FORMAT}${DEPENDS}])[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{DI}\\p{Noncharacter_Code_Point}\\ufffc]`,
  'gu',
);
const FLAG = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}';
const STRAY_TAGS = new RegExp(`(${FLAG})|[\\u{e0020}-\\u{e007f}]`, 'gu');
// A selector chooses between the forms of the sign before it: picture or not, a variant of an ideograph or a symbol.
const STRAY_SELECTORS = /(?<!\p{Emoji})[\ufe0e\ufe0f]|(?<![\p{S}\p{sc=Han}])[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]/gu;
const STRAY_SOFT_HYPHENS = /(?<![\p{L}\p{M}])\u00ad+|\u00ad+(?!\p{L})|(?<=\u00ad)\u00ad+/gu;
// No letter bears more accents; putting a long row of them in order takes the square of its length.
const TOO_MANY_MARKS = /(\p{M}{16})\p{M}+/gu;
// Scripts whose letters change with the joiners between them.
const JOINING = ['Arab', 'Syrc', 'Mong', 'Nkoo', 'Thaa', 'Mand', 'Adlm', 'Rohg', 'Phag', 'Deva', 'Beng', 'Guru', 'Gujr']
  .concat(['Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt', 'Bali', 'Java'])
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const WITHIN_WORD = `(?<=(?=[\\p{L}\\p{M}])[${JOINING}])[\\u200c\\u200d]`;
const WITHIN_EMOJI = '(?<=[\\p{ExtPict}\\p{EMod}\\ufe0f\\u{e007f}])\\u200d(?=\\p{ExtPict})';
const JOINERS = new RegExp(`(${WITHIN_WORD}|${WITHIN_EMOJI})|[\\u200c\\u200d]`, 'gu');

const keepFirst = (_: string, kept: string | undefined): string => kept ?? '';

/**
 * Text from a person as it is kept: line ends of every kind as newlines, the private signs that word processors put for
 * bullets and arrows as • and →, NFC, trimmed. Gone is what nobody sees: control, format and bidi characters, fillers,
 * lone surrogates; joiners, soft hyphens and variation selectors stay where they belong to a word or a picture.
 */
export function cleanText(text: string): string {
  let [before, clean] = [text, cleanedOnce(text)];
  // What goes may bring together what then belongs together, or no longer does.
  while (clean !== before) [before, clean] = [clean, cleanedOnce(clean)];
  return clean;
}

const cleanedOnce = (text: string): string =>
  wordProcessorSigns(text.replace(LINE_ENDS, '\n'))
    .replace(NEVER, '')
    .replaceAll('\u2800', ' ')
    .replace(STRAY_TAGS, keepFirst)
    .replace(JOINERS, keepFirst)
    .replace(STRAY_SELECTORS, '')
    .replace(STRAY_SOFT_HYPHENS, '')
    .replace(TOO_MANY_MARKS, '$1')
    .normalize('NFC')
    .trim();

/** As `cleanText`, on one line: for names. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');

/** Whether nothing of the text can be seen: spaces, invisible characters and accents without a letter are nothing. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(cleanText(text));

/**
 * How long a text counts as, in browser and on server alike: Unicode code points once it is cleaned, so that a letter
 * with its accent and a plain emoji are one each. It is how `boundedText` and a JSON Schema's `maxLength` count.
 */
export const textLength = (text: string): number => [...cleanText(text)].length;
