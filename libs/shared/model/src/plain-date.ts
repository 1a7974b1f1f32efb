import * as z from 'zod';

const DAY_IN_MS = 86_400_000;

const exists = (text: string): boolean => {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
};

/**
 * A calendar date without time or zone, `YYYY-MM-DD`, from year 1000 to 2999: every date near it can be reckoned with
 * and kept. Dates that do not exist are refused.
 */
export const PlainDate = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, { error: 'not-a-date', abort: true })
  .refine(exists, { error: 'no-such-date' });
export type PlainDate = z.infer<typeof PlainDate>;

/** The date `days` later (earlier if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_IN_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_IN_MS);
}

/** The first instant of a date in a time zone, by default where the authority is. */
export function startOfDay(date: PlainDate, timeZone = 'Europe/Stockholm'): Date {
  // No zone is more than 14 hours from UTC, and the calendar never turns back: the turn is found by halving.
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let [before, at] = [midnight - (15 * DAY_IN_MS) / 24, midnight + (15 * DAY_IN_MS) / 24];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (dateInZone(new Date(middle), timeZone) < date) before = middle;
    else at = middle;
  }
  return new Date(at);
}

/** Every time zone of today is ahead of UTC, or behind it, by a whole number of quarters. */
const QUARTER_IN_MS = 900_000;
/** By time zone: to make a formatter takes a hundred times as long as to use it, and that much longer than to remember. */
const dateFormats = new Map<string, { readonly format: Intl.DateTimeFormat; quarter: number; date: PlainDate }>();

/** The calendar date of an instant in a time zone, by default where the authority is. */
export function dateInZone(instant: Date, timeZone = 'Europe/Stockholm'): PlainDate {
  const quarter = Math.floor(instant.getTime() / QUARTER_IN_MS);
  let last = dateFormats.get(timeZone);
  // Before 1980 some were ahead by odd minutes.
  if (last?.quarter === quarter && instant.getUTCFullYear() >= 1980) return last.date;
  const format = last?.format ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  last = { format, quarter, date: format.format(instant) };
  dateFormats.set(timeZone, last);
  return last.date;
}
