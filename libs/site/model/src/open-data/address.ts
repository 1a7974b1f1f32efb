import type { PeriodCode } from '@malspar/shared-model';

/** Where the open data begins, from the root of the site. */
export const OPEN_DATA_ROOT = '/public/v1';

// Addresses are in lower case throughout; codes keep their own case in what is answered.
const segment = (text: string): string => encodeURIComponent(text.toLowerCase());
const version = (period: PeriodCode, number: number): string =>
  `${OPEN_DATA_ROOT}/publications/${segment(period)}/versions/${number}`;

/** Where open data is, from the root of the site. */
export const openDataPath = {
  index: OPEN_DATA_ROOT,
  apiInfo: `${OPEN_DATA_ROOT}/api-info`,
  description: `${OPEN_DATA_ROOT}/openapi.json`,
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
