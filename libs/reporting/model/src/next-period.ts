import {
  addDays,
  type Cadence,
  daysBetween,
  type Period,
  PeriodCode,
  periodContaining,
  PlainDate,
  shiftPeriod,
} from '@malspar/shared-model';
import * as z from 'zod';
import { dueDateDoubts } from './period-doubts.js';

/** The period that comes next in the plan, with the days that it would have if it were opened as the last one was. */
export const NextPeriod = z.object({
  code: PeriodCode,
  start: PlainDate,
  end: PlainDate,
  opensOn: PlainDate,
  dueOn: PlainDate,
});
export type NextPeriod = z.infer<typeof NextPeriod>;

/** `next` is null when the plan has no more periods; `skipped` are those before it that have never been opened. */
export const NextPeriods = z.object({ next: NextPeriod.nullable(), skipped: z.array(NextPeriod) });
export type NextPeriods = z.infer<typeof NextPeriods>;

interface PlanTime {
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly cadence: Cadence;
}
type PeriodDays = Omit<NextPeriod, 'code'>;

/** Days to report when there is no earlier period to go by, or none that was opened in good time. */
export const DAYS_TO_REPORT = 31;

/** The first period of the plan after those that there are, and those that were passed over, oldest first. */
export function nextPeriod(plan: PlanTime, periods: readonly PeriodDays[], today: PlainDate): NextPeriods {
  const last = periods.reduce<PeriodDays | null>(
    (latest, each) => (latest && latest.end > each.end ? latest : each),
    null,
  );
  const unopened = unopenedPeriods(plan, periods).map((period) => withDays(period, last, today));
  return {
    next: unopened.find(({ end }) => last === null || end > last.end) ?? null,
    skipped: unopened.filter(({ end }) => last !== null && end < last.end),
  };
}

/** The plan's periods that share no day with those that there are, oldest first. */
export function unopenedPeriods(plan: PlanTime, periods: readonly Pick<PeriodDays, 'start' | 'end'>[]): Period[] {
  const all: Period[] = [];
  let period = periodContaining(plan.start, plan.cadence);
  for (; period.start <= plan.end; period = shiftPeriod(period.code, 1)) all.push(period);
  return all.filter(({ start, end }) => !periods.some((there) => there.start <= end && there.end >= start));
}

/** Opens the day after it ends, or today if that is later; due as long after its end as the last one, within reason. */
function withDays({ code, start, end }: Period, last: PeriodDays | null, today: PlainDate): NextPeriod {
  const dayAfter = addDays(end, 1);
  const opensOn = dayAfter < today ? today : dayAfter;
  const asLast = last && asFarFrom(end, last.end, last.dueOn);
  const isSensible = asLast !== null && asLast > opensOn && dueDateDoubts({ end, dueOn: asLast }, today).length === 0;
  return { code, start, end, opensOn, dueOn: isSensible ? asLast : addDays(opensOn, DAYS_TO_REPORT - 1) };
}

/**
 * The day that lies as far from `end` as `day` from `otherEnd`, counted as people do: the same day of the month as many
 * months away, and the last day of a month for the last day of a month.
 */
function asFarFrom(end: PlainDate, otherEnd: PlainDate, day: PlainDate): PlainDate {
  const months = monthOf(day) - monthOf(otherEnd);
  const first = firstOfMonth(monthOf(end) + months);
  const length = daysBetween(first, firstOfMonth(monthOf(end) + months + 1));
  const isLast = addDays(day, 1).endsWith('-01');
  return addDays(first, isLast ? length - 1 : Math.min(Number(day.slice(8)), length) - 1);
}

const monthOf = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOfMonth = (month: number): PlainDate =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
