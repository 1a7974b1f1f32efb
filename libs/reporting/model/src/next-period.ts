import {
  addDays,
  type Cadence,
  daysBetween,
  parsePeriod,
  PeriodCode,
  periodContaining,
  PlainDate,
  shiftPeriod,
} from '@malspar/shared-model';
import * as z from 'zod';

/** The period that comes next in the plan, with the days that it would have if it were opened as the last one was. */
export const NextPeriod = z.object({
  code: PeriodCode,
  start: PlainDate,
  end: PlainDate,
  opensOn: PlainDate,
  dueOn: PlainDate,
});
export type NextPeriod = z.infer<typeof NextPeriod>;

/** `next` is null when the plan has no more periods. */
export const NextPeriodAnswer = z.object({ next: NextPeriod.nullable() });
export type NextPeriodAnswer = z.infer<typeof NextPeriodAnswer>;

interface PlanTime {
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly cadence: Cadence;
}
interface PeriodDays {
  readonly code: PeriodCode;
  readonly end: PlainDate;
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
}

/** Days to report in the first period of a plan, when there is none to go by. */
const DAYS_TO_REPORT = 31;

/** The first period of the plan after those that there are; null when it would begin after the plan has ended. */
export function nextPeriod(plan: PlanTime, periods: readonly PeriodDays[], today: PlainDate): NextPeriod | null {
  const [last] = [...periods].sort((a, b) => b.end.localeCompare(a.end));
  const { code, start, end } = last ? shiftPeriod(last.code, 1) : periodContaining(plan.start, plan.cadence);
  if (start > plan.end || parsePeriod(code).cadence !== plan.cadence) return null;
  const opens = last ? asFarFrom(end, last.end, last.opensOn) : addDays(end, 1);
  const due = last ? asFarFrom(end, last.end, last.dueOn) : addDays(end, DAYS_TO_REPORT);
  const opensOn = opens < today ? today : opens;
  return { code, start, end, opensOn, dueOn: due < opensOn ? opensOn : due };
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
