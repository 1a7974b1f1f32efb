import type { RevisionContent } from '@malspar/reporting-model';
import type { CountedReportRow, ReportRow } from './report.repository.js';

/** The revision that was published last of a report that is being corrected. */
export interface PublishedFace {
  readonly number: number;
  readonly sha256: string;
  readonly submittedBy: string | null;
  readonly submittedByName: string;
  readonly submittedAt: string;
  readonly publishedAt: string;
  readonly content: RevisionContent;
}

/**
 * The row as it is read by those who take no part in the work: while a report is being corrected its published revision
 * stands, and nothing of the draft shows.
 */
export function asPublished<Row extends ReportRow>(row: Row): Row {
  if (row.published === null) return row;
  const { number, sha256, submittedBy, submittedByName, submittedAt, publishedAt, content } = row.published;
  return {
    ...row,
    state: 'published',
    stateSince: new Date(publishedAt),
    verdict: content.verdict.verdict,
    verdictExplanation: content.verdict.explanation,
    verdictProvenance: content.verdictProvenance,
    verdictUpdatedAt: null,
    verdictUpdatedBy: null,
    verdictUpdatedByName: null,
    yearVerdict: content.year?.verdict ?? null,
    yearExplanation: content.year?.explanation ?? '',
    yearProvenance: content.year?.verdictProvenance ?? 'reported',
    yearUpdatedAt: null,
    yearUpdatedBy: null,
    yearUpdatedByName: null,
    revision: number,
    revisionSha256: sha256,
    submittedBy,
    submittedByName,
    submittedAt: new Date(submittedAt),
    endorsedBy: null,
    published: null,
    ...('entriesDone' in row && countsOf(content)),
  };
}

const countsOf = ({
  entries,
}: RevisionContent): Pick<CountedReportRow, 'entriesDone' | 'entriesTotal' | 'sentBack'> => ({
  entriesDone: entries.filter(({ content }) => content.assessment !== null).length,
  entriesTotal: entries.length,
  sentBack: null,
});
