import type { PersonalKind } from '@malspar/site-model';

// Separators that people write within numbers; a dash may be a long one, a space may be one that does not break.
const GAP = '[\\s.()/\u2013\u2011-]{0,3}';
const DAY = '(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])';

// No quantifier is without an upper bound, so that each place in a text costs a bounded number of steps. The bounds of an
// address are those of mail and of names on the internet: 64 signs before the @, 63 in a label.
const LABEL = '[\\p{L}\\p{N}-]{1,63}';

/** In this order: an identity number looks like a telephone number, and an address may have numbers in it. */
export const PERSONAL: readonly (readonly [PersonalKind, RegExp, string])[] = [
  [
    'e-mail',
    new RegExp(`[\\p{L}\\p{N}._%+-]{1,64}\\s?(?:@|[([](?:at|snabel-a)[)\\]])\\s?${LABEL}(?:\\.${LABEL}){1,9}`, 'giu'),
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

export const MARKUP = /<\s{0,9}[a-z!/]|\[\/?(?:url|img|link|b|i)\b|href\s{0,9}=/i;
export const LINK =
  /https?:|\bwww\.|[\w-]{2}\.(?:com|net|org|info|biz|xyz|top|shop|online|site|club|icu|ru|cn|io|ly|me|eu|se|nu)\b/i;
