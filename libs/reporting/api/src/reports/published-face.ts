import { PUBLISHED_STATE, publishedMarks, type RevisionContent } from '@malspar/reporting-model';
import type { CountedReportRow, ReportRow } from './report-rows.js';

/**
 * The row as it is read by those who take no part in the work: while a report is being corrected its published revision
 * stands, and nothing of the draft shows.
 */
export function asPublished<Row extends ReportRow>(row: Row): Row {
  if (row.published === null) return row;
  const { number, sha256, submittedBy, submittedByName, submittedAt, publishedAt, content } = row.published;
  return {
    ...row,
    state: PUBLISHED_STATE,
    stateSince: new Date(publishedAt),
    ...verdictIn(content),
    verdictWritten: publishedMarks(row.verdictWritten),
    revision: number,
    revisionSha256: sha256,
    submittedBy,
    submittedByName,
    submittedAt: new Date(submittedAt),
    endorsedBy: null,
    published: null,
    writing: null,
    ...('entriesDone' in row && countsOf(content)),
  };
}

/**
 * The row without what a draft says of its area as a whole, for those who may not see that yet: they see the verdict
 * that is published where there is one, and none where there is not.
 */
export const withoutDraftVerdict = <Row extends ReportRow>(row: Row): Row => ({
  ...row,
  ...verdictIn(row.published?.content ?? null),
  verdictWritten: row.published === null ? {} : publishedMarks(row.verdictWritten),
});

/** The verdicts of a published revision; without one there is none. */
const verdictIn = (content: RevisionContent | null) => ({
  verdict: content?.verdict.verdict ?? null,
  verdictExplanation: content?.verdict.explanation ?? '',
  verdictProvenance: content?.verdictProvenance ?? 'reported',
  verdictUpdatedAt: null,
  verdictUpdatedBy: null,
  verdictUpdatedByName: null,
  yearVerdict: content?.year?.verdict ?? null,
  yearExplanation: content?.year?.explanation ?? '',
  yearProvenance: content?.year?.verdictProvenance ?? 'reported',
  yearUpdatedAt: null,
  yearUpdatedBy: null,
  yearUpdatedByName: null,
});

const countsOf = ({
  entries,
}: RevisionContent): Pick<CountedReportRow, 'entriesDone' | 'entriesTotal' | 'sentBack'> => ({
  entriesDone: entries.filter(({ content }) => content.assessment !== null).length,
  entriesTotal: entries.length,
  sentBack: null,
});
