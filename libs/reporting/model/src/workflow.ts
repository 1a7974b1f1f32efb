import { ReportState, type TransitionName } from './states.js';

/** What ties a person to a report: owner of its area, manager of the area's department, or coordinator of all. */
export type Relation = 'owner' | 'manager' | 'coordinator';

/** What a transition asks for before it is taken. */
export type Demand =
  /** No hard check open, every soft check explained. */
  | 'checks'
  /** Names the hash of the revision that was read. */
  | 'revisionHash'
  | 'reason'
  /** Taken by somebody who neither wrote in the report since it was last approved nor submitted it. */
  | 'notWriter'
  | 'notEndorser'
  /** Taken only of a report that is being corrected: it has been published, and is not approved anew. */
  | 'correction'
  /** Taken only as part of a publication, never on its own. */
  | 'publication';

/** What a transition does besides moving the report. */
export type Effect =
  /** Freezes the draft as the next revision. */
  | 'freezes'
  /** Names its actor as the one who endorsed the revision. */
  | 'endorses'
  /** Puts back what the published revision says; the report holds that revision again. */
  | 'restores'
  /** Ends the count of who has written: what is written from now on is another round's. */
  | 'endsRound'
  /** Takes the reviewer's comments along. They wait for a reply only where the report goes back to its owner. */
  | 'takesComments';

export interface Transition {
  readonly name: TransitionName;
  readonly from: readonly ReportState[];
  readonly to: ReportState;
  readonly who: readonly Relation[];
  readonly demands: readonly Demand[];
  readonly effects: readonly Effect[];
}

/**
 * The workflow of a report: every step there is. A name may have several rows, never two from the same state.
 * `withdraw` is possible until a decision is taken; a decision always leaves `submitted`, so the state says it all.
 */
export const workflow: readonly Transition[] = [
  {
    name: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    who: ['owner'],
    demands: ['checks'],
    effects: ['freezes'],
  },
  { name: 'withdraw', from: ['submitted'], to: 'draft', who: ['owner'], demands: [], effects: [] },
  {
    name: 'endorse',
    from: ['submitted'],
    to: 'endorsed',
    who: ['manager'],
    demands: ['notWriter', 'revisionHash'],
    effects: ['endorses', 'takesComments'],
  },
  {
    name: 'return',
    from: ['submitted'],
    to: 'returned',
    who: ['manager', 'coordinator'],
    demands: ['reason'],
    effects: ['takesComments'],
  },
  {
    name: 'return',
    from: ['endorsed'],
    to: 'returned',
    who: ['coordinator'],
    demands: ['reason'],
    effects: ['takesComments'],
  },
  {
    name: 'approve',
    from: ['endorsed'],
    to: 'approved',
    who: ['coordinator'],
    demands: ['notWriter', 'notEndorser', 'revisionHash'],
    effects: ['endsRound', 'takesComments'],
  },
  { name: 'reopen', from: ['approved'], to: 'returned', who: ['coordinator'], demands: ['reason'], effects: [] },
  { name: 'publish', from: ['approved'], to: 'published', who: ['coordinator'], demands: ['publication'], effects: [] },
  {
    name: 'correct',
    from: ['published'],
    to: 'draft',
    who: ['coordinator'],
    demands: ['publication', 'reason'],
    effects: [],
  },
  {
    name: 'cancel-correction',
    from: ['draft', 'submitted', 'returned', 'endorsed'],
    to: 'published',
    who: ['coordinator'],
    demands: ['correction', 'reason'],
    effects: ['restores', 'endsRound'],
  },
];

/** Where every report starts. */
export const INITIAL_STATE: ReportState = 'draft';

/** The row of the table for this step from this state, if there is one. */
export function transitionFrom(
  state: ReportState,
  name: TransitionName,
  table: readonly Transition[] = workflow,
): Transition | undefined {
  return table.find((row) => row.name === name && row.from.includes(state));
}

/** Whose turn it is in a state; null when nobody is waited for. */
export function turnOf(state: ReportState): Relation | null {
  switch (state) {
    case 'draft':
    case 'returned':
      return 'owner';
    case 'submitted':
      return 'manager';
    case 'endorsed':
      return 'coordinator';
    case 'approved':
    case 'published':
      return null;
  }
}

export interface WorkflowFault {
  readonly kind: 'unreachable' | 'dead_end' | 'duplicate' | 'no_one' | 'does_nothing';
  readonly subject: string;
}

/**
 * What is wrong with a workflow table: states that cannot be reached from the first one, states that cannot be left,
 * a step given twice from one state, a step that nobody may take or that ends where it began. Empty when it is sound.
 */
export function faultsOf(
  table: readonly Transition[],
  states: readonly ReportState[] = ReportState.options,
  initial: ReportState = INITIAL_STATE,
): WorkflowFault[] {
  const steps = table.flatMap((row) => row.from.map((from) => ({ row, from, key: `${row.name} from ${from}` })));
  const reached = reachableFrom(initial, steps);
  const keys = steps.map((step) => step.key);
  return [
    ...states.filter((state) => !reached.has(state)).map((subject) => ({ kind: 'unreachable' as const, subject })),
    ...states
      .filter((state) => !steps.some((step) => step.from === state && step.row.to !== state))
      .map((subject) => ({ kind: 'dead_end' as const, subject })),
    ...[...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((subject) => ({
      kind: 'duplicate' as const,
      subject,
    })),
    ...table.filter((row) => row.who.length === 0).map((row) => ({ kind: 'no_one' as const, subject: row.name })),
    ...steps
      .filter((step) => step.row.to === step.from)
      .map((step) => ({ kind: 'does_nothing' as const, subject: step.key })),
  ];
}

function reachableFrom(
  initial: ReportState,
  steps: readonly { row: Transition; from: ReportState }[],
): Set<ReportState> {
  const reached = new Set<ReportState>([initial]);
  // A set that grows while it is walked visits what is added.
  for (const state of reached) {
    for (const step of steps) if (step.from === state) reached.add(step.row.to);
  }
  return reached;
}
