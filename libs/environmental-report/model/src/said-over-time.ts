import type { Verdict } from '@malspar/reporting-model';
import type { PeriodCode, Provenance } from '@malspar/shared-model';
import type { PublishedEntry, PublishedArea, PublishedReport, PublishedTarget } from './published-report.js';

/** A verdict with its explanation, of a period or of a whole year. */
export interface SaidOfArea {
  readonly period: PeriodCode;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  readonly provenance: Provenance;
}

/** What is said of an area in a report, oldest first, a whole year after its last period. */
export const verdictsSaid = (area: PublishedArea): SaidOfArea[] => [
  ...area.earlierVerdicts,
  {
    period: area.reportedFor,
    verdict: area.verdict,
    explanation: area.verdictExplanation,
    provenance: area.verdictProvenance,
  },
  ...(area.year ? [area.year] : []),
];

/** What is said of a target in a report, oldest first, a whole year after its last period. */
export const entriesSaid = (target: PublishedTarget): PublishedEntry[] => [
  ...target.earlierAnswers,
  target.answer,
  ...(target.year ? [{ ...NOTHING_MORE, ...target.year }] : []),
];

const NOTHING_MORE = { values: [], noValueReason: '', parts: [], measure: null };

/**
 * The verdict on an area that is the report's own. Null where there is none: a year has its own or none, and is never
 * given that of its last period. Yearly reports from before years were judged by themselves hold just that.
 */
export const ownVerdict = (report: Pick<PublishedReport, 'period'>, area: PublishedArea | undefined): Verdict | null =>
  area && area.reportedFor === report.period ? area.verdict : null;

/** As `ownVerdict`, of a target. */
export const ownAssessment = (
  report: Pick<PublishedReport, 'period'>,
  target: PublishedTarget | undefined,
): PublishedEntry['assessment'] => (target && target.answer.period === report.period ? target.answer.assessment : null);

/** Whether the report is of a year that nobody has judged as a whole, in this area. */
export const lacksYearVerdict = (
  report: Pick<PublishedReport, 'period' | 'kind'>,
  area: Pick<PublishedArea, 'reportedFor' | 'verdict'>,
): boolean => report.kind === 'year' && area.reportedFor === report.period && area.verdict === null;
