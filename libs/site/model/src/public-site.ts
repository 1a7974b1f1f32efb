import {
  asItStands,
  latestFirst,
  type LatestWord,
  latestWord,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import type { PublishedFile } from '@malspar/publication-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { type AreaNow, areasNow } from './areas-now.js';
import type { PublishedDocument } from './plan-document.js';
import type { ShownPublication } from './shown-kind.js';
import { NO_ADDITIONS, type SiteAdditions } from './site-additions.js';

/** A published version with its hash and what can be fetched of it. */
export interface PublishedVersion {
  readonly report: PublishedReport;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
}

/** A period with all its versions, newest first. */
export interface ArchivedPublication {
  readonly period: PeriodCode;
  readonly kind: PublishedReport['kind'];
  readonly versions: readonly PublishedVersion[];
}

/** What the public site is made of: published versions and nothing else. */
export interface PublicSite {
  /** The newest version of the latest period, as it was frozen: for its files, hash and address. */
  readonly latest: PublishedVersion;
  /** The latest report with the latest word and every area that has ever been reported: for all that is not frozen. */
  readonly current: PublishedReport;
  /** Every area of the plan, also those that the latest report has nothing of. */
  readonly areas: readonly AreaNow[];
  readonly word: LatestWord;
  /** Latest period first. */
  readonly archive: readonly ArchivedPublication[];
  /** When something was last published. */
  readonly updatedOn: PublishedReport['publishedOn'];
  /** What has been published of other kinds, kind by kind, the latest first. */
  readonly others: readonly ShownPublication[];
  /** The plan's documents, in the order that they are listed. */
  readonly documents: readonly PublishedDocument[];
}

/** The site out of what has been published; null while nothing is. The order of `versions` does not matter. */
export function publicSite(
  versions: readonly PublishedVersion[],
  { documents }: SiteAdditions = NO_ADDITIONS,
  others: readonly ShownPublication[] = [],
): PublicSite | null {
  const periods = [...new Set(versions.map(({ report }) => report.period))].sort(latestFirst);
  const archive = periods.map((period) => {
    const own = versions.filter(({ report }) => report.period === period);
    return {
      period,
      kind: parsePeriod(period).cadence === 'year' ? ('year' as const) : ('period' as const),
      versions: own.sort((a, b) => b.report.version - a.report.version),
    };
  });
  const latest = archive[0]?.versions[0];
  if (!latest) return null;
  const word = latestWord(versions.map(({ report }) => report));
  const areas = areasNow(archive, word);
  const current = { ...asItStands(latest.report, word), areas: areas.flatMap(({ held }) => held?.area ?? []) };
  const [updated] = [...versions].sort((a, b) => b.report.publishedAt.localeCompare(a.report.publishedAt));
  return {
    latest,
    current,
    areas,
    word,
    archive,
    updatedOn: (updated ?? latest).report.publishedOn,
    others,
    documents,
  };
}
