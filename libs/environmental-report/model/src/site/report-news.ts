import { foreignLanguage, isolated } from '@malspar/shared-model';
import type { NewsEntry } from '@malspar/site-model';
import { type Overtaken, overtakenIn } from '../latest-word/index.js';
import type { PublishedReport } from '../published-report.js';
import { provenanceWords } from '../words.js';
import { reportPlace } from './report-places.js';
import type { ReportSite } from './report-site.js';

const FEED_LANGUAGE = 'sv';

/** Every version in the feed, with what of it no longer holds. */
export function reportNews({ archive, word }: ReportSite): NewsEntry[] {
  const reports = archive.flatMap((publication) => publication.versions.map(({ report }) => report));
  return reports.map((report) => {
    const { period, version, title, publishedAt } = report;
    const overtaken = overtakenIn(report, word, reports);
    const updated = [publishedAt, ...overtaken.map(({ by }) => by.publishedAt)].sort().at(-1);
    return {
      ...{ title, version, publishedAt, updatedAt: updated ?? publishedAt },
      place: reportPlace({ at: 'report', period, version }),
      summary: summaryOf(report, overtakenText(overtaken)),
    };
  });
}

/** The reason for a correction, in the plan's language, and what has changed since. Mixed with the feed's own words it is not marked. */
function summaryOf({ correction, plan }: PublishedReport, overtaken: string | null): NewsEntry['summary'] {
  const text = [correction?.reason, overtaken].filter(Boolean).join(' ');
  if (text === '') return null;
  return { text, language: overtaken === null ? foreignLanguage(plan.language, FEED_LANGUAGE) : null };
}

/** What of a version no longer holds, in a sentence; null where all of it does. */
function overtakenText(overtaken: readonly Overtaken[]): string | null {
  const said = overtaken.map(({ area, targetCode, what, values, isExample }) => {
    const change = values ? `: var ${values.was.sv}, är ${values.is.sv}` : '';
    return `${targetCode ?? isolated(area.title)}, ${what.sv}${change}${isExample ? ` (${provenanceWords.illustrative.sv})` : ''}`;
  });
  return said.length === 0 ? null : `Har ändrats sedan dess: ${said.join('; ')}.`;
}
