import type {
  Entry,
  FieldPath,
  FiredCheck,
  ReportComment,
  VerdictContent,
  YearContent,
} from '@malspar/reporting-model';
import { isOpen, lacksReply, yearPath } from '@malspar/reporting-model';
import { fieldId, stepOf, VERDICT_STEP, YEAR_STEP } from '../field-names';
import type { Translate } from '../ui/period-words';
import { isUntouched } from '../data/draft-fields';
import type { DraftSlot } from '../data/draft-slot';
import type { DraftedEntry } from '../data/draft-store';

/** How far one step of the form has come; `done` when nothing in it would stop a submit. */
type StepState = 'untouched' | 'open' | 'done';

/** One step of the form: a target, or (with a null code) the area's verdict or the whole year. */
export interface Step {
  /** As in `?mal=`. */
  readonly name: string;
  readonly code: string | null;
  /** The id of its first field. */
  readonly firstField: string;
  readonly title: string;
  readonly assessment: string | null;
  /** Of the assessment. */
  readonly provenance: Entry['contentProvenance'] | null;
  readonly state: StepState;
  /** Checks still open, besides comments. */
  readonly open: number;
  /** Somebody else changed the same field, and a choice is waited for. */
  readonly conflict: boolean;
  readonly lackReply: number;
}

export const stepName = (step: Pick<Step, 'name'>): string => step.name;

/** What the step is called: a target by its code. */
export const stepLabel = (t: Translate, step: Pick<Step, 'name' | 'code' | 'title'>): string =>
  step.name === YEAR_STEP
    ? t('reporting.report.wholeYear', { year: step.title })
    : (step.code ?? t('reporting.report.verdictStep'));

/** A draft of the area as a whole, with its checks; null where the report has none. */
interface WholeDraft<C> {
  readonly draft: DraftSlot<C> | null;
  readonly checks: readonly FiredCheck[];
}

/** The steps of the form in order: the targets, then the verdict, then in a year's last period the year. */
export function stepsOf(
  entries: readonly DraftedEntry[],
  verdict: WholeDraft<VerdictContent>,
  year: WholeDraft<YearContent> & { readonly period: string },
  comments: readonly ReportComment[],
): Step[] {
  const lackReply = (name: string): number =>
    comments.filter((comment) => stepOf(comment) === name && lacksReply(comment)).length;
  const step = (
    name: string,
    checks: readonly FiredCheck[],
    draft: Pick<DraftSlot<unknown>, 'typed' | 'conflict' | 'state'>,
  ) => {
    const open = checks.filter(isOpen).length;
    const asked = lackReply(name);
    const conflict = draft.conflict() !== null;
    const left = open + asked + Number(conflict || draft.state() === 'refused');
    return { name, open, conflict, lackReply: asked, state: stateOf(isUntouched(draft.typed()), left) };
  };
  const whole = <C>(name: string, { draft, checks }: WholeDraft<C>, title: string, field: FieldPath): Step[] =>
    draft
      ? [
          {
            ...step(name, checks, draft),
            code: null,
            title,
            assessment: null,
            provenance: null,
            firstField: fieldId(field),
          },
        ]
      : [];
  const first = entries[0]?.entry.targetCode;
  return [
    ...entries.map(({ entry, draft, checks }) => ({
      ...step(entry.targetCode, checks, draft),
      code: entry.targetCode,
      title: entry.target.title,
      assessment: draft.content().assessment,
      provenance: entry.contentProvenance,
      firstField: fieldId('assessment'),
    })),
    ...whole(VERDICT_STEP, verdict, '', 'verdict'),
    ...whole(YEAR_STEP, year, year.period, first === undefined ? 'year/verdict' : yearPath('assessment', first)),
  ];
}

const stateOf = (empty: boolean, open: number): StepState => (open === 0 ? 'done' : empty ? 'untouched' : 'open');
