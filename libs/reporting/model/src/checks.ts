import { isBlank, type PeriodCode } from '@malspar/shared-model';
import type { CheckedEntry, FiredRule } from './check-rules.js';
import { assessmentChecks, measureChecks, sameText } from './checks-of-words.js';
import { partChecks } from './checks-of-parts.js';
import { valueChecks } from './checks-of-values.js';
import type { FiredCheck, VerdictContent } from './entry.js';
import { type FieldPointer, isFieldPlace } from './field-paths.js';
import { hasEndedBy } from './period-ends.js';
import { checkYear, type YearContent } from './year-part.js';
import type { ReportComment } from './report.js';

/** What the checks need of a comment. */
export type CheckedComment = Pick<ReportComment, 'id' | 'targetCode' | 'field' | 'reply' | 'needsReply'>;

/** Whether the owner has to reply before the report can be submitted again. */
export const lacksReply = ({ needsReply, reply }: Pick<ReportComment, 'needsReply' | 'reply'>): boolean =>
  needsReply && reply === null;

/** What is open or explained in one entry of a report on `period`; the hard ones first. */
export function checkEntry(entry: CheckedEntry, period: PeriodCode): FiredCheck[] {
  const fired: FiredRule[] = [
    ...(entry.unreadable ?? [])
      .filter(isFieldPlace)
      .map((field) => ({ kind: 'hard' as const, code: 'unreadable', field: `/${field}` as const })),
    ...assessmentChecks(entry, period),
    ...valueChecks(entry, isMeasurable(entry, period)),
    ...partChecks(entry),
    ...measureChecks(entry.content, period),
    ...sameText(entry, isMeasurable(entry, period)),
  ];
  return fired
    .map(({ kind, code, field, params = {} }) => ({
      targetCode: entry.targetCode,
      field,
      kind,
      code,
      params,
      explained: kind === 'soft' && !isBlank(entry.content.explanations[code] ?? ''),
    }))
    .sort((a, b) => Number(a.kind === 'soft') - Number(b.kind === 'soft'));
}

/** What is open in the area's verdict. */
export function checkVerdict(content: VerdictContent): FiredCheck[] {
  const open = (code: string, field: FieldPointer): FiredCheck => ({
    targetCode: null,
    field,
    kind: 'hard',
    code,
    params: {},
    explained: false,
  });
  return [
    ...(content.verdict === null ? [open('no_verdict', '/verdict')] : []),
    ...(isBlank(content.explanation) ? [open('no_verdict_explanation', '/explanation')] : []),
  ];
}

/** One open check for each comment that waits for the owner's reply. */
export function checkComments(comments: readonly CheckedComment[]): FiredCheck[] {
  return comments.filter(lacksReply).map((comment) => ({
    targetCode: comment.targetCode,
    field: comment.field,
    kind: 'hard',
    code: 'comment_lacks_reply',
    params: { commentId: comment.id },
    explained: false,
  }));
}

/** Every check of a report: the entries in their order, then the verdict and the year, then the comments. */
export function checkReport(report: {
  readonly period: PeriodCode;
  readonly entries: readonly CheckedEntry[];
  readonly verdictContent: VerdictContent;
  /** Of a year's last period. */
  readonly year: { readonly content: YearContent } | null;
  readonly comments: readonly CheckedComment[];
}): FiredCheck[] {
  return [
    ...report.entries.flatMap((entry) => checkEntry(entry, report.period)),
    ...checkVerdict(report.verdictContent),
    ...(report.year ? checkYear(report.year.content, report.entries) : []),
    ...checkComments(report.comments),
  ];
}

/** Whether the check stands in the way of a submit: hard, or soft without its explanation. */
export const isOpen = (check: FiredCheck): boolean => !check.explained;

function isMeasurable(entry: CheckedEntry, period: PeriodCode): boolean {
  return entry.notMeasurableUntil === null || hasEndedBy(entry.notMeasurableUntil, period);
}
