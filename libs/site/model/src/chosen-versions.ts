import { asItStands, differenceOf, type PublishedReport } from '@malspar/environmental-report-model';
import type { PublishedDifference } from '@malspar/publication-model';
import type { PublicSite, PublishedVersion } from './public-site.js';

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
export function chooseVersions(site: PublicSite, from: string, till: string): ChosenVersions {
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
  { word }: PublicSite,
): PublishedDifference {
  const isSamePeriod = before.report.period === after.report.period;
  const read = ({ report }: PublishedVersion): PublishedReport =>
    isSamePeriod || !word.newest.has(report) ? report : asItStands(report, word);
  return differenceOf(read(before), read(after));
}

function versionWith({ archive }: PublicSite, code: string): PublishedVersion | undefined {
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
