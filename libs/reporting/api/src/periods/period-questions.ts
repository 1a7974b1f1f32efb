import type { Plan } from '@malspar/plan-model';
import {
  dueDateDoubts,
  type PeriodDates,
  type PeriodDoubt,
  periodDoubts,
  unopenedPeriods,
} from '@malspar/reporting-model';
import type { PlainDate } from '@malspar/shared-model';
import { type DoubtAboutPeriod, PeriodDoubtful } from './period.errors.js';

/** The doubts that whoever sends a request has been asked about and has confirmed. */
export interface Confirmed {
  readonly confirmed?: readonly PeriodDoubt[];
}

type Span = Pick<PeriodDates, 'start' | 'end'>;

/** What is asked before a period is opened beside those that there are; nothing of one that cannot be opened at all. */
export function doubtsOnOpening(
  plan: Plan,
  there: readonly Span[],
  period: PeriodDates,
  today: PlainDate,
): DoubtAboutPeriod[] {
  const unopened = unopenedPeriods(plan, there);
  if (!unopened.some(({ end }) => end === period.end)) return [];
  const doubts = periodDoubts(period, today).map(atItsDate);
  const earlier = unopened.filter(({ end }) => end < period.end);
  const [first] = earlier;
  if (!first) return doubts;
  return [
    ...doubts,
    { code: 'earlier-unopened', pointer: '/code', params: { period: first.code, count: earlier.length } },
  ];
}

/** What is asked before a due date is moved. */
export const doubtsOnMoving = (period: Pick<PeriodDates, 'end' | 'dueOn'>, today: PlainDate): DoubtAboutPeriod[] =>
  dueDateDoubts(period, today).map(atItsDate);

/** Throws `PeriodDoubtful` with the doubts that have not been confirmed. */
export function askAbout(doubts: readonly DoubtAboutPeriod[], { confirmed = [] }: Confirmed): void {
  const open = doubts.filter(({ code }) => !confirmed.includes(code));
  if (open.length > 0) throw new PeriodDoubtful(open);
}

const atItsDate = (code: PeriodDoubt): DoubtAboutPeriod => ({
  code,
  pointer: code === 'opens-before-period' ? '/opensOn' : '/dueOn',
});
