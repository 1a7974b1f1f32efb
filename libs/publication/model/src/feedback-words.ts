import type { FeedbackSuspicion } from './feedback.js';

/** What a comment should not have in it. */
export type PersonalKind = 'e-mail' | 'identity-number' | 'phone';

// Separators that people write within numbers; a dash may be a long one, a space may be one that does not break.
const GAP = '[\\s.()/\u2013\u2011-]{0,3}';
const DAY = '(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])';

/** In this order: an identity number looks like a telephone number, and an address may have numbers in it. */
const PERSONAL: readonly (readonly [PersonalKind, RegExp, string])[] = [
  [
    'e-mail',
    /[\p{L}\p{N}._%+-]+\s?(?:@|[([](?:at|snabel-a)[)\]])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
    '[e-postadress]',
  ],
  // A coordination number has 60 added to its day; the last four begin with a letter when the number is provisional.
  [
    'identity-number',
    new RegExp(
      `(?<!\\d)(?:18|19|20)?\\d{2}[-.]?(?:0[1-9]|1[0-2])[-.]?${DAY}\\s?[-+\u2013\u2011]?\\s?[\\dTPX]\\d{3}(?!\\d)`,
      'gi',
    ),
    '[personnummer]',
  ],
  ['phone', new RegExp(`(?<!\\d[,.-]?)(?:\\+|00)[1-9]\\d{0,2}(?:${GAP}\\d){5,12}(?!\\d)`, 'g'), '[telefonnummer]'],
  ['phone', new RegExp(`(?<!\\d[,.-]?)0[1-9]\\d{0,2}(?:${GAP}\\d){5,8}(?!\\d)`, 'g'), '[telefonnummer]'],
];

/**
 * The text without what looks like an e-mail address, a Swedish personal identity number or a telephone number, and
 * which of them it had. It may take away too much: whoever wrote is told.
 */
export function withoutPersonal(text: string): { readonly text: string; readonly masked: readonly PersonalKind[] } {
  const masked = new Set<PersonalKind>();
  const kept = PERSONAL.reduce(
    (rest, [kind, pattern, word]) =>
      rest.replace(pattern, () => {
        masked.add(kind);
        return word;
      }),
    text,
  );
  return { text: kept, masked: [...masked] };
}

const MARKUP = /<\s*[a-z!/]|\[\/?(?:url|img|link|b|i)\b|href\s*=/i;
const LINK =
  /https?:|\bwww\.|\b[\w-]{2,}\.(?:com|net|org|info|biz|xyz|top|shop|online|site|club|icu|ru|cn|io|ly|me|eu|se|nu)\b/i;

/** What makes the words of a comment suspect; null when nothing does. */
export function suspicionOf(text: string): Extract<FeedbackSuspicion, 'link' | 'markup'> | null {
  return MARKUP.test(text) ? 'markup' : LINK.test(text) ? 'link' : null;
}
