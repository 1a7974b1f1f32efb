import { Cadence, parsePeriod, type Period, PeriodCode, PlainDate } from '@malspar/shared-model';
import type { FileCursor } from './file-cursor.js';

/** Years that a plan may speak of; outside them a value is a slip of the finger. */
export const YEARS = { min: 1900, max: 2200 } as const;

/** The plan's first and last day, what it reports by and the period now open, as far as the file says so. */
export interface PlanTime {
  readonly start: PlainDate | undefined;
  readonly end: PlainDate | undefined;
  readonly cadence: Cadence | undefined;
  readonly open: Period | undefined;
}

const reasonableYear = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  return year >= YEARS.min && year <= YEARS.max;
};

/** The period a place in the file names; undefined when it names none or one beyond all reason. */
export function periodAt({ text }: FileCursor): Period | undefined {
  const code = PeriodCode.safeParse(text);
  return code.success && reasonableYear(code.data) ? parsePeriod(code.data) : undefined;
}

export function dateAt({ text }: FileCursor): PlainDate | undefined {
  const date = PlainDate.safeParse(text);
  return date.success && reasonableYear(date.data) ? date.data : undefined;
}

export const cadenceAt = ({ value }: FileCursor): Cadence | undefined => Cadence.safeParse(value).data;

export function planTime(file: FileCursor): PlanTime {
  const plan = file.at('plan');
  const [start, end] = [dateAt(plan.at('start')), dateAt(plan.at('end'))];
  const upright = start !== undefined && end !== undefined && start <= end;
  return {
    start: upright ? start : undefined,
    end: upright ? end : undefined,
    cadence: cadenceAt(plan.at('reporting').at('cadence')),
    open: periodAt(plan.at('reporting').at('openPeriod')),
  };
}
