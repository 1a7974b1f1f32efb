import { isBlank, type PeriodCode } from '@malspar/shared-model';
import { assessmentChecks, measureChecks, sameText } from './checks-of-words.js';
import { partChecks } from './checks-of-parts.js';
import { valueChecks } from './checks-of-values.js';
import type { CheckResult, SoftCheckCode, VerdictContent } from './entry.js';
import { hasEndedBy } from './period-ends.js';
import { checkYear, type YearContent } from './year-part.js';
import type { Entry, ReportComment } from './report.js';

/** What the checks need of an entry; the form's and the server's entry both have it. */
export type CheckedEntry = Pick<
  Entry,
  | 'targetCode'
  | 'target'
  | 'indicator'
  | 'duePeriods'
  | 'notMeasurableUntil'
  | 'content'
  | 'unreadable'
  | 'last'
  | 'series'
> &
  // Where the target and what is written here come from.
  Partial<Pick<Entry, 'provenance' | 'exampleFields'>>;

/** What the checks need of a comment. */
export type CheckedComment = Pick<ReportComment, 'id' | 'targetCode' | 'field' | 'answer' | 'needsReply'>;

/** Whether the owner has to reply before the report can be submitted again. */
export const isUnanswered = ({ needsReply, answer }: Pick<ReportComment, 'needsReply' | 'answer'>): boolean =>
  needsReply && answer === null;

/** A check that has fired, before it is known whose it is and whether it is explained. */
export type Finding =
  | { readonly kind: 'hard'; readonly code: string; readonly field: string; readonly params?: CheckResult['params'] }
  | {
      readonly kind: 'soft';
      readonly code: SoftCheckCode;
      readonly field: string;
      readonly params?: CheckResult['params'];
    };

/** Names the parameters of a check that are examples, so that its sentence says so; nothing where none is. */
export function exampleParams(parts: Readonly<Record<string, boolean | undefined>>): { readonly examples?: string } {
  const names = Object.keys(parts).filter((name) => parts[name]);
  return names.length > 0 ? { examples: names.join(' ') } : {};
}

/** What is open or explained in one entry of a report on `period`; the hard ones first. */
export function checkEntry(entry: CheckedEntry, period: PeriodCode): CheckResult[] {
  const findings: Finding[] = [
    ...(entry.unreadable ?? []).map((field) => ({ kind: 'hard' as const, code: 'unreadable', field: `/${field}` })),
    ...assessmentChecks(entry, period),
    ...valueChecks(entry, isMeasurable(entry, period)),
    ...partChecks(entry),
    ...measureChecks(entry.content, period),
    ...sameText(entry, isMeasurable(entry, period)),
  ];
  return findings
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
export function checkVerdict(content: VerdictContent): CheckResult[] {
  const open = (code: string, field: string): CheckResult => ({
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
export function checkComments(comments: readonly CheckedComment[]): CheckResult[] {
  return comments.filter(isUnanswered).map((comment) => ({
    targetCode: comment.targetCode,
    field: comment.field,
    kind: 'hard',
    code: 'comment_unanswered',
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
}): CheckResult[] {
  return [
    ...report.entries.flatMap((entry) => checkEntry(entry, report.period)),
    ...checkVerdict(report.verdictContent),
    ...(report.year ? checkYear(report.year.content, report.entries) : []),
    ...checkComments(report.comments),
  ];
}

/** Whether the check stands in the way of a submit: hard, or soft without its explanation. */
export const isOpen = (check: CheckResult): boolean => !check.explained;

function isMeasurable(entry: CheckedEntry, period: PeriodCode): boolean {
  return entry.notMeasurableUntil === null || hasEndedBy(entry.notMeasurableUntil, period);
}
