import * as z from 'zod';

/** Where a report is on its way. */
export const ReportState = z.enum(['draft', 'submitted', 'returned', 'endorsed', 'approved', 'published']);
export type ReportState = z.infer<typeof ReportState>;

/** What ties a person to a report: owner of its area, manager of the area's department, or coordinator of all. */
export type Relation = 'owner' | 'manager' | 'coordinator';

interface StateTraits {
  /** Whose turn it is; null when nobody is waited for. */
  readonly turn: Relation | null;
  /** The owner may write in it. */
  readonly isWritten?: true;
  /** It came back to its owner with a reason. */
  readonly isSentBack?: true;
  /** What it says is its approved word. */
  readonly isSettled?: true;
  readonly isPublished?: true;
  /** Who but its writers may see its verdict: nobody yet, those who open the report, or lists of reports too. */
  readonly verdict: 'writers' | 'report' | 'lists';
}

const TRAITS: Readonly<Record<ReportState, StateTraits>> = {
  draft: { turn: 'owner', isWritten: true, verdict: 'writers' },
  submitted: { turn: 'manager', verdict: 'lists' },
  returned: { turn: 'owner', isWritten: true, isSentBack: true, verdict: 'report' },
  endorsed: { turn: 'coordinator', verdict: 'lists' },
  approved: { turn: null, isSettled: true, verdict: 'lists' },
  published: { turn: null, isSettled: true, isPublished: true, verdict: 'lists' },
};

/** Whose turn it is in a state; null when nobody is waited for. */
export const turnOf = (state: ReportState): Relation | null => TRAITS[state].turn;

/** Whether the owner may write in a report that stands so. */
export const isWritten = (state: ReportState): boolean => TRAITS[state].isWritten === true;

/** Whether a report that stands so came back to its owner with a reason. */
export const isSentBack = (state: ReportState | undefined): boolean =>
  state !== undefined && TRAITS[state].isSentBack === true;

/** Whether what a report says now is its approved word. */
export const isSettled = (state: ReportState | undefined): boolean =>
  state !== undefined && TRAITS[state].isSettled === true;

export const isPublished = (state: ReportState): boolean => TRAITS[state].isPublished === true;

/** Whether a report is approved and waits to be published. */
export const awaitsPublication = (state: ReportState): boolean => isSettled(state) && !isPublished(state);

/** Who but its writers may see the verdict of a report that stands so. */
export const verdictSeenIn = (state: ReportState): StateTraits['verdict'] => TRAITS[state].verdict;

/** The states of which something is true, as SQL asks for them. */
export const statesThat = (is: (state: ReportState) => boolean): ReportState[] => ReportState.options.filter(is);

/** The owner's judgement of one target; never computed from the number. */
export const Assessment = z.enum([
  'achieved',
  'on_track',
  'uncertain',
  'will_not_reach',
  'not_started',
  'not_measured',
]);
export type Assessment = z.infer<typeof Assessment>;

/** The owner's judgement of the whole focus area. */
export const Verdict = z.enum(['fully', 'largely', 'partly', 'not']);
export type Verdict = z.infer<typeof Verdict>;

/** The named transitions of a report. */
export const TransitionName = z.enum([
  'submit',
  'withdraw',
  'endorse',
  'return',
  'approve',
  'reopen',
  'publish',
  'correct',
  'cancel-correction',
]);
export type TransitionName = z.infer<typeof TransitionName>;

/** The pages that offer transitions: where a report is written, checked before it is submitted, and reviewed. */
export const TransitionPlace = z.enum(['form', 'check', 'review']);
export type TransitionPlace = z.infer<typeof TransitionPlace>;
