import { numberText, periodHeading, periodText } from '@malspar/figures-model';
import { dateInZone, type PeriodCode } from '@malspar/shared-model';
import { language } from './language';

const ZONE = 'Europe/Stockholm';
const locale = (): string => (language() === 'sv' ? 'sv-SE' : 'en-GB');

/** An instant or a plain date, as a day in words: `31 januari 2026`. */
export function formatDate(date: string | Date): string {
  const plain = typeof date === 'string' && date.length === 10;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: plain ? 'UTC' : ZONE }).format(
    new Date(date),
  );
}

/** An instant as a day and a time of day: `31 januari 2026 kl. 14:32`. */
export const formatDateTime = (instant: string | Date): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE }).format(
    new Date(instant),
  );

/** An instant by its time of day, and by its day too unless that is today: `14:32`, `31 januari 14:32`. */
export function formatMoment(instant: string, now = new Date()): string {
  const isToday = dateInZone(new Date(instant), ZONE) === dateInZone(now, ZONE);
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(locale(), { ...day, hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(
    new Date(instant),
  );
}

/** A decimal text or number with exactly that many decimals and the language's signs. */
export const formatNumber = (value: string | number, decimals: number): string =>
  numberText(value, decimals, language());

/** A period code in words, standing by itself: `Kvartal 4 2025`, `Tertial 2 2025`, `2025`. */
export const formatPeriod = (code: PeriodCode): string => periodHeading(code, language());

/** As `formatPeriod`, after other words: `kvartal 4 2025`. */
export const formatPeriodInText = (code: PeriodCode): string => periodText(code, language());

/** Those of whom one will do: `Anna, Otto eller Doris`. */
export const formatAlternatives = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);

/** The key and number of the text that says how many days are left. */
export function relativeDays(days: number): { key: string; count: number } {
  if (days === 0) return { key: 'shared.days.today', count: 0 };
  if (days > 0) return { key: days === 1 ? 'shared.days.one' : 'shared.days.left', count: days };
  return { key: days === -1 ? 'shared.days.oneLate' : 'shared.days.late', count: -days };
}
