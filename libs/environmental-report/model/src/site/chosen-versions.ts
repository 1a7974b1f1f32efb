import type { PublishedDifference } from '@malspar/publication-model';
import { differenceOf } from '../difference/difference.js';
import { asItStands } from '../latest-word/index.js';
import type { PublishedReport } from '../published-report.js';
import type { PublishedVersion, ReportSite } from './report-site.js';

/** Why two reports cannot be compared. */
type ChoiceFault = 'nothing-chosen' | 'unknown' | 'same';

/** Two reports chosen for comparison, as they were asked for. */
export interface ChosenVersions {
  readonly from: string;
  readonly till: string;
  readonly faults: { readonly from: ChoiceFault | null; readonly till: ChoiceFault | null };
  /** Null while there is a fault. */
  readonly difference: PublishedDifference | null;
}

/** A version as it is chosen in a form and written in an address: `2024-Q4.v2`. */
export const versionCode = (version: PublishedVersion): string => `${version.report.period}.v${version.report.version}`;

/** Compares two chosen versions; a period alone is its newest version. Says what is wrong with each choice. */
export function chooseVersions(site: ReportSite, from: string, till: string): ChosenVersions {
  const [before, after] = [from, till].map((code) => versionWith(site, code));
  const faultOf = (code: string, version: PublishedVersion | undefined): ChoiceFault | null =>
    code === '' ? 'nothing-chosen' : version ? null : 'unknown';
  const faults = { from: faultOf(from, before), till: faultOf(till, after) };
  if (before && before === after) return { from, till, faults: { from: null, till: 'same' }, difference: null };
  return { from, till, faults, difference: before && after ? differenceBetween(before, after, site) : null };
}

/**
 * Versions of one period are compared as they were published: what was changed is what is asked. Two periods are
 * compared as they stand: whatever a period's newest version copied from others is taken from who speaks for it.
 */
function differenceBetween(
  before: PublishedVersion,
  after: PublishedVersion,
  { word }: ReportSite,
): PublishedDifference {
  const isSamePeriod = before.report.period === after.report.period;
  const read = ({ report }: PublishedVersion): PublishedReport =>
    isSamePeriod || !word.newest.has(report) ? report : asItStands(report, word);
  return differenceOf(read(before), read(after));
}

function versionWith({ archive }: ReportSite, code: string): PublishedVersion | undefined {
  return archive
    .flatMap(({ period, versions: [newest, ...older] }) =>
      newest
        ? [
            { codes: [period, versionCode(newest)], version: newest },
            ...older.map((version) => ({ codes: [versionCode(version)], version })),
          ]
        : [],
    )
    .find(({ codes }) => codes.includes(code))?.version;
}
