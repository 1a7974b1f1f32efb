import { canonicalDecimal, type Decimal, MAX_DECIMALS, MAX_WHOLE_DIGITS } from './decimal.js';
import { isUnit } from './unit-words.js';

/** What is known of a number before it is read: the unit that may follow it, and its decimals. */
export interface ExpectedNumber {
  readonly unit: string;
  readonly decimals: number;
}

/** Why a text is not read as a number. */
export type NumberRefusal =
  | 'not_a_number'
  | 'letters'
  | 'two_numbers'
  | 'other_unit'
  | 'thousands_sign'
  | 'other_digits'
  | 'number_too_large'
  | 'too_many_decimals';

export type DecimalInput =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'refused'; readonly why: NumberRefusal; readonly written: string };

// Soft hyphens too: text copied from a PDF has them where a minus was seen.
const MINUS = '\\-\\u00ad\\u02d7\\u058a\\u05be\\u2010-\\u2015\\u2043\\u207b\\u208b\\u2212\\u2796\\ufe58\\ufe63';
const SIGNED = new RegExp(`^([+${MINUS}]?)\\p{Zs}?(\\d[\\d\\p{Zs}.,'’\u02bc]*)(.*)$`, 'su');
const SIMPLE = /^(\d+)(?:[.,](\d+))?$/;
const GROUPED = /^(\d{1,3}(?:\p{Zs}\d{3})+|\d{1,3}(?:['’\u02bc]\d{3})+)(?:[.,](\d+))?$/u;
const SIGNS_AS_GROUPS = /^\d{1,3}([.,])\d{3}(?:\1\d{3}|(?!\1)[.,]\d+$)+$/;
// What is not seen stands where something was: a line end, a hyphen.
const HIDDEN_BETWEEN_DIGITS = /\d[\p{Cf}\ufe0e\ufe0f]+\d/u;
// A digit within a unit, as in m2, does not begin a number.
const BEGINS_NUMBER = /(?<![\p{L}\d])\d/u;
const IS_MINUS = new RegExp(`^[${MINUS}]$`, 'u');

/**
 * Reads one number as people write and paste it: `1 234,5`, `1234.5`, `1’234`, `−3`, with any space between groups of
 * three, any hyphen as minus, and the expected unit after it, which is dropped. What could be two numbers, or one of
 * two numbers (`1.234` where a thousand is as likely), is refused with its reason rather than guessed.
 */
export function readDecimal(text: string, expected?: ExpectedNumber): DecimalInput {
  const written = asWritten(text);
  if (written === '') return { kind: 'empty' };
  const refused = (why: NumberRefusal, what = written): DecimalInput => ({ kind: 'refused', why, written: what });
  if (HIDDEN_BETWEEN_DIGITS.test(text)) return refused('two_numbers');
  if (/(?!\d)\p{Nd}/u.test(written)) return refused('other_digits');
  const [, sign = '', body = '', after = ''] = SIGNED.exec(written) ?? [];
  if (body === '') return refused(/\p{L}/u.test(written) ? 'letters' : 'not_a_number');
  const [number, rest] = [body.trim(), after.trim()];
  if (rest !== '' && !isUnit(rest, expected?.unit ?? '')) {
    if (BEGINS_NUMBER.test(rest)) return refused('two_numbers');
    return /[\p{L}\p{Sc}%‰°]/u.test(rest) ? refused('other_unit', rest) : refused('not_a_number');
  }
  const [, digits, fraction = ''] = SIMPLE.exec(number) ?? GROUPED.exec(number) ?? [];
  if (digits === undefined) return refused(whyNoNumber(number));
  const whole = canonicalDecimal(digits.replace(/\D/g, ''));
  if (couldBeThousands(whole, fraction, digits, expected)) return refused('thousands_sign', number);
  return within(IS_MINUS.test(sign), whole, fraction) ?? refused(tooMuch(whole));
}

/** Full-width signs as ordinary ones, invisible characters gone, line ends as one kind. */
const asWritten = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?!\u00ad)[\p{Cf}\ufe0e\ufe0f]/gu, '')
    .replace(/[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .trim()
    .replace(/(?<!^)\u00ad/g, '');

function whyNoNumber(number: string): NumberRefusal {
  if (SIGNS_AS_GROUPS.test(number)) return 'thousands_sign';
  return (number.match(/\d+/g) ?? []).length > 1 ? 'two_numbers' : 'not_a_number';
}

// Where three decimals cannot be meant, a sign before three digits is as likely to group thousands.
const couldBeThousands = (whole: string, fraction: string, digits: string, expected?: ExpectedNumber): boolean =>
  expected !== undefined &&
  expected.decimals < 3 &&
  fraction.length === 3 &&
  whole.length <= 3 &&
  whole !== '0' &&
  /^\d+$/.test(digits);

function within(isNegative: boolean, whole: string, fraction: string): DecimalInput | null {
  const decimals = fraction.length > MAX_DECIMALS ? fraction.replace(/0+$/, '').padEnd(MAX_DECIMALS, '0') : fraction;
  if (whole.length > MAX_WHOLE_DIGITS || decimals.length > MAX_DECIMALS) return null;
  const value = `${isNegative ? '-' : ''}${whole}${decimals && `.${decimals}`}`;
  return { kind: 'number', value: canonicalDecimal(value) };
}

const tooMuch = (whole: string): NumberRefusal =>
  whole.length > MAX_WHOLE_DIGITS ? 'number_too_large' : 'too_many_decimals';

/**
 * A pasted text for a number's field of one line. Browsers drop or space the line ends in it, which would join two cells
 * into one number: here they are kept apart by a semicolon. Null when there is nothing to keep apart.
 */
export function cellsApart(pasted: string): string | null {
  const cells = pasted.split(/[\t\r\n\v\f\u0085\u2028\u2029]+/).filter((cell) => cell.trim() !== '');
  return cells.length > 1 ? cells.join('; ') : null;
}
