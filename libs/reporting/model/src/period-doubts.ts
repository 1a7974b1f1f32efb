import { addDays, type PlainDate } from '@malspar/shared-model';
import * as z from 'zod';

/** What is asked about before a period's days are saved: likely slips, which may all the same be meant. */
export const PeriodDoubt = z.enum([
  'opens-before-period',
  'due-in-past',
  'due-before-end',
  'due-far-off',
  'earlier-unopened',
]);
export type PeriodDoubt = z.infer<typeof PeriodDoubt>;

/** Days after a period's end beyond which a date is more likely a slip of the year than meant. */
const FAR_OFF = 366;

export interface PeriodDates {
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
}

/** What is odd about the day a period is due. */
export function dueDateDoubts({ end, dueOn }: Pick<PeriodDates, 'end' | 'dueOn'>, today: PlainDate): PeriodDoubt[] {
  const doubts: [PeriodDoubt, boolean][] = [
    ['due-in-past', dueOn < today],
    ['due-before-end', dueOn < end],
    ['due-far-off', dueOn > addDays(end, FAR_OFF)],
  ];
  return doubts.filter(([, fires]) => fires).map(([doubt]) => doubt);
}

/** What is odd about the days a period opens and is due. */
export const periodDoubts = (period: PeriodDates, today: PlainDate): PeriodDoubt[] => [
  ...(period.opensOn < period.start ? (['opens-before-period'] as const) : []),
  ...dueDateDoubts(period, today),
];
