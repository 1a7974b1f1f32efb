import * as z from 'zod';
import type { PlainDate } from './plain-date.js';

/** How often something is reported. */
export const Cadence = z.enum(['quarter', 'tertial', 'year']);
export type Cadence = z.infer<typeof Cadence>;

/** A reporting period: `2025-Q3` (quarter), `2025-T2` (tertial) or `2025` (year), from year 1000 to 2999 as dates. */
export const PeriodCode = z.string().regex(/^[12]\d{3}(-Q[1-4]|-T[1-3])?$/, { error: 'not-a-period' });
export type PeriodCode = z.infer<typeof PeriodCode>;

/** How many periods of the cadence a year has. */
export const PER_YEAR: Readonly<Record<Cadence, number>> = { quarter: 4, tertial: 3, year: 1 };
const LETTER: Record<Cadence, string> = { quarter: 'Q', tertial: 'T', year: '' };
/** The months that a period may end with, none of them February. */
const LAST_DAY: Readonly<Record<number, number>> = { 3: 31, 4: 30, 6: 30, 8: 31, 9: 30, 12: 31 };

export interface Period {
  readonly code: PeriodCode;
  readonly cadence: Cadence;
  readonly year: number;
  /** From 1; always 1 for a year. */
  readonly number: number;
  readonly start: PlainDate;
  readonly end: PlainDate;
}

function make(cadence: Cadence, year: number, number: number): Period {
  const months = 12 / PER_YEAR[cadence];
  const month = (n: number): string => String(n).padStart(2, '0');
  const last = number * months;
  const code = cadence === 'year' ? String(year) : `${year}-${LETTER[cadence]}${number}`;
  return {
    code,
    cadence,
    year,
    number,
    start: `${year}-${month(last - months + 1)}-01`,
    end: `${year}-${month(last)}-${LAST_DAY[last]}`,
  };
}

/** Codes that have been read; all of them of a few plans are no more than some hundred. */
const readBefore = new Map<PeriodCode, Period>();
const PERIODS_HELD = 1000;

/** Reads a period code; throws `RangeError` when it is not one. */
export function parsePeriod(code: PeriodCode): Period {
  let period = readBefore.get(code);
  if (!period) {
    period = Object.freeze(readPeriod(code));
    if (readBefore.size >= PERIODS_HELD) readBefore.clear();
    readBefore.set(code, period);
  }
  return period;
}

function readPeriod(code: PeriodCode): Period {
  const match = /^(\d{4})(?:-([QT])([1-4]))?$/.exec(code);
  if (!match || (match[2] === 'T' && match[3] === '4')) throw new RangeError(`Not a period code: ${code}`);
  const cadence: Cadence = match[2] === 'Q' ? 'quarter' : match[2] === 'T' ? 'tertial' : 'year';
  return make(cadence, Number(match[1]), Number(match[3] ?? 1));
}

/** The period of the given cadence that holds the date. */
export function periodContaining(date: PlainDate, cadence: Cadence): Period {
  const months = 12 / PER_YEAR[cadence];
  return make(cadence, Number(date.slice(0, 4)), Math.floor((Number(date.slice(5, 7)) - 1) / months) + 1);
}

/** The period `steps` later (earlier if negative), of the same cadence. */
export function shiftPeriod(code: PeriodCode, steps: number): Period {
  const { cadence, year, number } = parsePeriod(code);
  const index = year * PER_YEAR[cadence] + (number - 1) + steps;
  return make(cadence, Math.floor(index / PER_YEAR[cadence]), (index % PER_YEAR[cadence]) + 1);
}

/** Every period of the cadence that ends within the two dates, oldest first. */
export function periodsEndingWithin(start: PlainDate, end: PlainDate, cadence: Cadence): Period[] {
  const periods: Period[] = [];
  for (let period = periodContaining(start, cadence); period.end <= end; period = shiftPeriod(period.code, 1)) {
    if (period.end >= start) periods.push(period);
  }
  return periods;
}

/**
 * The periods for which an indicator of `cadence` is due in a report on `reportPeriod`: those that end within it.
 * A yearly indicator is due only in the last quarter; a quarterly one has four values in a yearly report.
 */
export function valuePeriods(reportPeriod: PeriodCode, cadence: Cadence): PeriodCode[] {
  const { start, end } = parsePeriod(reportPeriod);
  return periodsEndingWithin(start, end, cadence).map((period) => period.code);
}

/** Orders period codes by when they end, shorter periods first. */
export function comparePeriods(a: PeriodCode, b: PeriodCode): number {
  const [x, y] = [parsePeriod(a), parsePeriod(b)];
  return x.end.localeCompare(y.end) || y.start.localeCompare(x.start);
}

/** Whether the period is a whole year. */
export const isYear = (period: PeriodCode): boolean => parsePeriod(period).cadence === 'year';
