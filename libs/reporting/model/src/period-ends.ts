import { parsePeriod, type PeriodCode } from '@malspar/shared-model';

/**
 * Whether the period has ended when `report` has: a year has ended with its last quarter. Reports ask this of periods of
 * another cadence than their own, which a mere order of codes cannot answer.
 */
export const hasEndedBy = (period: PeriodCode, report: PeriodCode): boolean =>
  parsePeriod(period).end <= parsePeriod(report).end;
