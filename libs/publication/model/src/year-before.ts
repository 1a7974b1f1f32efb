import { parsePeriod, type PeriodCode } from '@malspar/shared-model';

/** Which period a publication is compared with: the same one a year earlier. */
export function yearBefore(period: PeriodCode): PeriodCode {
  const { year } = parsePeriod(period);
  return String(year - 1) + period.slice(4);
}
