import {
  originAfter,
  type ReportYear,
  type RevisionYear,
  type TargetYear,
  storedYear,
  yearBeforeYear,
  type YearContent,
  yearJudgedIn,
} from '@malspar/reporting-model';
import type { ApprovedEntryRow, EntryRow, ReportRow } from './report-rows.js';

/** The year part of a report as the form shows it; null where the period is not a year's last. */
export function reportYear(
  row: ReportRow,
  entries: readonly EntryRow[],
  earlier: readonly ApprovedEntryRow[],
): ReportYear | null {
  const period = yearJudgedIn(row.period);
  if (period === null) return null;
  const said = {
    content: yearContentOf(row, entries),
    verdictProvenance: row.yearProvenance,
    provenances: Object.fromEntries(entries.map(({ targetCode, yearProvenance }) => [targetCode, yearProvenance])),
  };
  const stored = storedYear(said, row.verdictWritten);
  return {
    ...said,
    period,
    version: row.yearVersion,
    exampleFields: originAfter(stored, stored.fields).exampleFields,
    last: earlierYear(yearBeforeYear(period), earlier),
    updatedAt: row.yearUpdatedAt?.toISOString() ?? null,
    updatedBy: row.yearUpdatedByName,
    updatedByYourself: false,
  };
}

type JudgedRow = Pick<ReportRow, 'yearVerdict' | 'yearExplanation' | 'yearProvenance'>;

const yearContentOf = (row: JudgedRow, entries: readonly EntryRow[]): YearContent => ({
  verdict: row.yearVerdict,
  explanation: row.yearExplanation,
  targets: entries.map(({ targetCode, yearAssessment: assessment, yearComment: comment }) => ({
    targetCode,
    assessment,
    comment,
  })),
});

/** What approved reports said of a whole year; null where nothing was said, as before years were judged. */
function earlierYear(period: string, earlier: readonly ApprovedEntryRow[]): RevisionYear | null {
  const rows = earlier.filter((row) => yearJudgedIn(row.period) === period);
  const [first] = rows;
  if (!first || !rows.some(saysOfYear)) return null;
  return withOrigins(period, { ...first, yearProvenance: first.yearVerdictProvenance }, rows);
}

const saysOfYear = (row: ApprovedEntryRow): boolean => row.yearVerdict !== null || row.yearAssessment !== null;

/** The year part in the shape in which it is frozen. */
export function frozenYear(row: ReportRow, entries: readonly EntryRow[]): RevisionYear | null {
  const period = yearJudgedIn(row.period);
  if (period === null) return null;
  const year = withOrigins(period, row, entries);
  return row.yearSourceKey === null ? year : { ...year, verdictSourceKey: row.yearSourceKey };
}

function withOrigins(period: string, row: JudgedRow, entries: readonly EntryRow[]): RevisionYear {
  const { targets, ...judged } = yearContentOf(row, entries);
  return {
    ...{ period, ...judged, verdictProvenance: row.yearProvenance },
    targets: targets.map((target, index) => ({ ...target, provenance: entries[index]?.yearProvenance ?? 'reported' })),
  };
}

/** What approved reports said of one target over whole years, in the order of the rows. */
export const targetYears = (rows: readonly ApprovedEntryRow[]): TargetYear[] =>
  rows.flatMap(({ period, yearAssessment: assessment, yearComment: comment, yearProvenance: provenance, reportId }) => {
    const year = yearJudgedIn(period);
    return year === null || assessment === null ? [] : [{ period: year, assessment, comment, provenance, reportId }];
  });
