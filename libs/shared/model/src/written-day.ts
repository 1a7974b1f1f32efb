import type { PlainDate } from './plain-date.js';

/** A day, and how it is written in either language. */
export interface WrittenDay {
  readonly date: PlainDate;
  readonly sv: string;
  readonly en: string;
}

const dates = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
// Made once: to make one takes longer than to write a date with it.
const DATES = { sv: dates('sv-SE'), en: dates('en-GB') };

/** A day in words, in both languages. */
export function writtenDay(date: PlainDate): WrittenDay {
  const day = new Date(`${date}T00:00:00Z`);
  return { date, sv: DATES.sv.format(day), en: DATES.en.format(day) };
}
