import type { PublishedFile } from '@malspar/publication-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { latestFirst } from '../known-to.js';
import { asItStands, type LatestWord, latestWord } from '../latest-word/index.js';

import type { PublishedReport } from '../published-report.js';
import { type AreaNow, areasNow } from './areas-now.js';

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

/** What the report's pages are made of: published versions and nothing else. */
export interface ReportSite {
  /** The newest version of the latest period, as it was frozen: for its files, hash and address. */
  readonly latest: PublishedVersion;
  /** The latest report with the latest word and every area that has ever been reported: for all that is not frozen. */
  readonly current: PublishedReport;
  /** Every area of the plan, also those that the latest report has nothing of. */
  readonly areas: readonly AreaNow[];
  readonly word: LatestWord;
  /** Latest period first. */
  readonly archive: readonly ArchivedPublication[];
}

/** What has been published, made ready; null while nothing is. The order of `versions` does not matter. */
export function reportSite(versions: readonly PublishedVersion[]): ReportSite | null {
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
  return { latest, current, areas, word, archive };
}
