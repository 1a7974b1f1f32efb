import type { CheckResult, ReportComment, VerdictContent } from '@malspar/reporting-model';
import { isOpen, isUnanswered } from '@malspar/reporting-model';
import { fieldId, VERDICT_STEP } from '../field-names';
import { isUntouched } from '../data/draft-fields';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';

/** How far one step of the form has come; `done` when nothing in it would stop a submit. */
export type StepState = 'untouched' | 'open' | 'done';

/** One step of the form: a target, or the area's verdict (a null code). */
export interface Step {
  readonly code: string | null;
  readonly title: string;
  readonly assessment: string | null;
  readonly state: StepState;
  /** Checks still open, besides comments. */
  readonly open: number;
  /** Somebody else changed the same field, and a choice is waited for. */
  readonly conflict: boolean;
  readonly unanswered: number;
}

export const stepName = (step: Pick<Step, 'code'>): string => step.code ?? VERDICT_STEP;

/** The id of the step's first field. */
export const firstField = (step: Pick<Step, 'code'>): string => fieldId(step.code === null ? 'verdict' : 'assessment');

/** The steps of the form in order: the targets, then the verdict. */
export function stepsOf(
  entries: readonly DraftedEntry[],
  verdict: DraftSlot<VerdictContent> | null,
  verdictChecks: readonly CheckResult[],
  comments: readonly ReportComment[],
): Step[] {
  const unanswered = (code: string | null): number =>
    comments.filter((comment) => comment.targetCode === code && isUnanswered(comment)).length;
  const step = (
    code: string | null,
    checks: readonly CheckResult[],
    draft: Pick<DraftSlot<unknown>, 'typed' | 'conflict' | 'state'>,
  ) => {
    const open = checks.filter(isOpen).length;
    const asked = unanswered(code);
    const conflict = draft.conflict() !== null;
    const left = open + asked + Number(conflict || draft.state() === 'refused');
    return { code, open, conflict, unanswered: asked, state: stateOf(isUntouched(draft.typed()), left) };
  };
  return [
    ...entries.map(({ entry, draft, checks }) => ({
      ...step(entry.targetCode, checks, draft),
      title: entry.target.title,
      assessment: draft.content().assessment,
    })),
    ...(verdict ? [{ ...step(null, verdictChecks, verdict), title: '', assessment: null }] : []),
  ];
}

const stateOf = (empty: boolean, open: number): StepState => (open === 0 ? 'done' : empty ? 'untouched' : 'open');
