import type { CheckResult, ReportComment, VerdictContent } from '@malspar/reporting-model';
import { isOpen } from '@malspar/reporting-model';
import { VERDICT_STEP } from '../data/draft-checks';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';

/** How far one step of the form has come. */
export type StepState = 'untouched' | 'open' | 'done';

/** One step of the form: a target, or the area's verdict (a null code). */
export interface Step {
  readonly code: string | null;
  readonly title: string;
  readonly state: StepState;
  /** Checks still open, besides comments. */
  readonly open: number;
  readonly unanswered: number;
}

export const stepName = (step: Pick<Step, 'code'>): string => step.code ?? VERDICT_STEP;

/** The steps of the form in order: the targets, then the verdict. */
export function stepsOf(
  entries: readonly DraftedEntry[],
  verdict: DraftSlot<VerdictContent> | null,
  verdictChecks: readonly CheckResult[],
  comments: readonly ReportComment[],
): Step[] {
  const unanswered = (code: string | null): number =>
    comments.filter((comment) => comment.targetCode === code && comment.answer === null).length;
  const step = (code: string | null, title: string, checks: readonly CheckResult[], empty: boolean): Step => {
    const open = checks.filter(isOpen).length;
    const asked = unanswered(code);
    return { code, title, open, unanswered: asked, state: stateOf(empty, open + asked) };
  };
  return [
    ...entries.map(({ entry, draft, checks }) =>
      step(entry.targetCode, entry.target.title, checks, isEmpty(draft.typed())),
    ),
    ...(verdict ? [step(null, '', verdictChecks, isEmpty(verdict.typed()))] : []),
  ];
}

const isEmpty = (typed: Readonly<Record<string, string>>): boolean =>
  Object.values(typed).every((text) => text.trim() === '');

const stateOf = (empty: boolean, open: number): StepState => (open === 0 ? 'done' : empty ? 'untouched' : 'open');
