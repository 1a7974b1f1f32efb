import type { Indicator } from '@malspar/plan-model';
import { duePeriods, type PeriodCode } from '@malspar/shared-model';

/** The periods for which a report asks a target's indicator for a value. */
export const duePeriodsOf = (period: PeriodCode, { indicator }: { readonly indicator: Indicator }): PeriodCode[] =>
  indicator.kind === 'milestone' ? [] : duePeriods(period, indicator);
