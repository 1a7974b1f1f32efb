import {
  boundedText,
  type FieldError,
  isBlank,
  parsePeriod,
  PeriodCode,
  Provenance,
  shiftPeriod,
} from '@malspar/shared-model';
import * as z from 'zod';
import { type FiredCheck, COMMENT_MAX, type EntryContent } from './entry.js';
import type { FieldPointer } from './field-paths.js';
import { Assessment, Verdict } from './states.js';

export const YEAR_COMMENT_MAX = 1000;

/** The owner's judgement of one target over a whole year. */
export const YearAssessment = z.strictObject({
  targetCode: boundedText(20),
  assessment: Assessment.nullable(),
  comment: boundedText(YEAR_COMMENT_MAX),
});
export type YearAssessment = z.infer<typeof YearAssessment>;

/** What the report of a year's last period says of the whole year: a verdict of the area and each target's assessment. */
export const YearContent = z.strictObject({
  verdict: Verdict.nullable(),
  explanation: boundedText(COMMENT_MAX),
  targets: z.array(YearAssessment).max(200),
});
export type YearContent = z.infer<typeof YearContent>;

/** A year part as frozen in the revision of a year's last period: with the year, and where each judgement comes from. */
export const RevisionYear = YearContent.extend({
  period: PeriodCode,
  verdictProvenance: Provenance,
  /** Of the verdict, where it has one. Absent in revisions that were frozen before it was kept. */
  verdictSourceKey: z.string().optional(),
  targets: z.array(YearAssessment.extend({ provenance: Provenance })),
});
export type RevisionYear = z.infer<typeof RevisionYear>;

/**
 * The year that a report on the period also judges: that of its last quarter or tertial. Null for every other period,
 * and for a year's own report, which judges nothing else.
 */
export function yearJudgedIn(period: PeriodCode): PeriodCode | null {
  const { cadence, year, end } = parsePeriod(period);
  return cadence !== 'year' && end.endsWith('-12-31') ? String(year) : null;
}

/** The year before, as a period. */
export const yearBeforeYear = (year: PeriodCode): PeriodCode => shiftPeriod(year, -1).code;

/** Field pointers of the year part begin with this, whether they are about a target or about the area. */
export const YEAR_FIELD = '/year';

/** Whether a check, comment or change is about the whole year. */
export const isAboutYear = (field: string): boolean => field === YEAR_FIELD || field.startsWith(`${YEAR_FIELD}/`);

/** The name of the draft's field that something about the year is about: `year/verdict`, `year/assessment/R1`. */
export const yearFieldName = ({ targetCode, field }: { targetCode: string | null; field: string }): string =>
  field.slice(1) + (targetCode === null ? '' : `/${targetCode}`);

type YearQuestion = 'assessment' | 'comment' | 'verdict' | 'explanation';

type JudgedEntry = { readonly targetCode: string; readonly content: Pick<EntryContent, 'assessment'> };

/**
 * What is missing in the year part: an assessment of each target with why, where it is not the last period's, and the
 * area's verdict with its explanation.
 */
export function checkYear(content: YearContent, entries: readonly JudgedEntry[]): FiredCheck[] {
  const open = (targetCode: string | null, code: string, name: YearQuestion): FiredCheck => ({
    targetCode,
    field: `${YEAR_FIELD}/${name}` satisfies FieldPointer,
    kind: 'hard',
    code,
    params: {},
    explained: false,
  });
  const ofTargets = entries.flatMap(({ targetCode, content: { assessment: inPeriod } }) => {
    const said = content.targets.find((each) => each.targetCode === targetCode);
    if (!said || said.assessment === null) return [open(targetCode, 'no_year_assessment', 'assessment')];
    const differs = inPeriod !== null && said.assessment !== inPeriod;
    return differs && isBlank(said.comment) ? [open(targetCode, 'no_year_comment', 'comment')] : [];
  });
  return [
    ...ofTargets,
    ...(content.verdict === null ? [open(null, 'no_year_verdict', 'verdict')] : []),
    ...(isBlank(content.explanation) ? [open(null, 'no_year_explanation', 'explanation')] : []),
  ];
}

/** What a year part can never be, whoever writes it: about a target that the report does not have, or one target twice. */
export function yearFaults(content: YearContent, targetCodes: readonly string[]): FieldError[] {
  const seen = new Set<string>();
  return content.targets.flatMap(({ targetCode }, index): FieldError[] => {
    const pointer = `/targets/${index}/targetCode`;
    if (!targetCodes.includes(targetCode)) return [{ pointer, code: 'no-such-target' }];
    if (seen.has(targetCode)) return [{ pointer, code: 'given-twice' }];
    seen.add(targetCode);
    return [];
  });
}
