import type { PlainDate } from '@malspar/shared-model';
import type { ReportingPeriod } from './report.js';

/** Where the period stands on a date; before it opens nothing is written, after it is closed nothing new comes in. */
export function periodState(
  period: { readonly opensOn: PlainDate; readonly closedAt: Date | null },
  today: PlainDate,
): ReportingPeriod['state'] {
  if (period.closedAt !== null) return 'closed';
  return today < period.opensOn ? 'upcoming' : 'open';
}
