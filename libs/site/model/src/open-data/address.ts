import type { PeriodCode } from '@malspar/shared-model';

/** Where the open data begins, from the root of the site. */
export const OPEN_DATA_ROOT = '/public/v1';

// Addresses are in lower case throughout; codes keep their own case in what is answered.
/** A segment of an address of the open data. */
export const openDataSegment = (text: string): string => encodeURIComponent(text.toLowerCase());

/** Where the open data about the open data is, from the root of the site. */
export const openDataPath = {
  index: OPEN_DATA_ROOT,
  apiInfo: `${OPEN_DATA_ROOT}/api-info`,
  description: `${OPEN_DATA_ROOT}/openapi.json`,
} as const;

/** Where a version's own data begins, whatever the kind: `below` is the path of its publications. What is there is frozen with it. */
export const openVersionPath = (below: string, period: PeriodCode, version: number): string =>
  `${OPEN_DATA_ROOT}${below}/${openDataSegment(period)}/versions/${version}`;

/** Whether an address is of the data of one version, which comes when that is published. */
export function isDataOfVersion(path: string, period: PeriodCode, version: number): boolean {
  const end = openVersionPath('', period, version).slice(OPEN_DATA_ROOT.length);
  return path.startsWith(`${OPEN_DATA_ROOT}/`) && `${path}/`.includes(`${end}/`);
}
