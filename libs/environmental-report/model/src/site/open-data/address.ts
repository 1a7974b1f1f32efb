import type { PeriodCode } from '@malspar/shared-model';
import { OPEN_DATA_ROOT, openDataSegment as segment, openVersionPath } from '@malspar/site-model';

const version = (period: PeriodCode, number: number): string => openVersionPath('/publications', period, number);

/** Where the report's open data is, from the root of the site. */
export const reportDataPath = {
  plan: `${OPEN_DATA_ROOT}/plan`,
  areas: `${OPEN_DATA_ROOT}/areas`,
  area: (slug: string): string => `${OPEN_DATA_ROOT}/areas/${segment(slug)}`,
  targets: `${OPEN_DATA_ROOT}/targets`,
  target: (code: string): string => `${OPEN_DATA_ROOT}/targets/${segment(code)}`,
  indicators: `${OPEN_DATA_ROOT}/indicators`,
  indicator: (code: string): string => `${OPEN_DATA_ROOT}/indicators/${segment(code)}`,
  series: (code: string): string => `${OPEN_DATA_ROOT}/indicators/${segment(code)}/series`,
  /** The figures as they stand now, as CSV. */
  seriesCsv: (code: string): string => `${OPEN_DATA_ROOT}/indicators/${segment(code)}/series.csv`,
  publications: `${OPEN_DATA_ROOT}/publications`,
  publication: (period: PeriodCode): string => `${OPEN_DATA_ROOT}/publications/${segment(period)}`,
  versions: (period: PeriodCode): string => `${OPEN_DATA_ROOT}/publications/${segment(period)}/versions`,
  version,
  /** The frozen JSON of a version, byte for byte. */
  report: (period: PeriodCode, number: number): string => `${version(period, number)}/report`,
  /** A target's figures as that version has them, for ever. */
  targetCsv: (period: PeriodCode, number: number, code: string): string =>
    `${version(period, number)}/targets/${segment(code)}.csv`,
  /** Every area's verdicts as that version has them, for ever. */
  verdictsCsv: (period: PeriodCode, number: number): string => `${version(period, number)}/verdicts.csv`,
} as const;
