import { givesReason, namesRevision, onlyWithin, type Transition as Row, Workflow } from '@malspar/shared-model';
import {
  beingCorrected,
  checksMet,
  correctsSomething,
  type DisabledReason,
  notEndorser,
  notWriter,
  periodOpen,
} from './demands.js';
import type { ReportFacts } from './report-facts.js';
import { type Relation, ReportState, type TransitionName, type TransitionPlace } from './states.js';

/** What a transition does besides moving the report. */
type Effect =
  /** Freezes the draft as the next revision. */
  | 'freezes'
  /** Names its actor as the one who endorsed the revision. */
  | 'endorses'
  /** Whoever endorsed the revision stays named; else it then counts as endorsed by nobody. */
  | 'keepsEndorser'
  /** Puts back what the published revision says; the report holds that revision again. */
  | 'restores'
  /** Ends the count of who has written: what is written from now on is another round's. */
  | 'endsRound'
  /** The comments that come with it wait for the owner's reply. */
  | 'asksForReply'
  /** Its revision is from now on the published one; what was kept of how it was written is cleared. */
  | 'publishes';

export interface ReportTerms {
  readonly state: ReportState;
  readonly transition: TransitionName;
  readonly relation: Relation;
  readonly demand:
    | 'period'
    | 'checks'
    | 'change'
    | 'reason'
    | 'revisionHash'
    | 'notWriter'
    | 'notEndorser'
    | 'correction'
    | 'publication';
  readonly effect: Effect;
  readonly place: TransitionPlace;
  readonly why: DisabledReason;
  readonly facts: ReportFacts;
}
export type Transition = Row<ReportTerms>;

/** The act that publishes and corrects; its transitions are taken by no other. */
export const PUBLICATION = 'publication';
const inPublication = onlyWithin(PUBLICATION);

const transitions: readonly Transition[] = [
  {
    name: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    who: ['owner'],
    place: 'check',
    demands: [periodOpen, checksMet, correctsSomething],
    effects: ['freezes'],
  },
  { name: 'withdraw', from: ['submitted'], to: 'draft', who: ['owner'], place: 'form', demands: [], effects: [] },
  {
    name: 'endorse',
    from: ['submitted'],
    to: 'endorsed',
    who: ['manager'],
    place: 'review',
    demands: [notWriter, namesRevision],
    effects: ['endorses', 'takesComments'],
  },
  {
    name: 'return',
    from: ['submitted'],
    to: 'returned',
    who: ['manager', 'coordinator'],
    place: 'review',
    demands: [givesReason],
    effects: ['takesComments', 'asksForReply'],
  },
  {
    name: 'return',
    from: ['endorsed'],
    to: 'returned',
    who: ['coordinator'],
    place: 'review',
    demands: [givesReason],
    effects: ['takesComments', 'asksForReply'],
  },
  {
    name: 'approve',
    from: ['endorsed'],
    to: 'approved',
    who: ['coordinator'],
    place: 'review',
    demands: [notWriter, notEndorser, namesRevision],
    effects: ['keepsEndorser', 'endsRound', 'takesComments'],
  },
  {
    name: 'reopen',
    from: ['approved'],
    to: 'returned',
    who: ['coordinator'],
    place: 'review',
    demands: [givesReason],
    effects: [],
  },
  {
    name: 'publish',
    from: ['approved'],
    to: 'published',
    who: ['coordinator'],
    place: null,
    demands: [inPublication, namesRevision],
    effects: ['keepsEndorser', 'publishes'],
  },
  {
    name: 'correct',
    from: ['published'],
    to: 'draft',
    who: ['coordinator'],
    place: null,
    demands: [inPublication, givesReason],
    effects: [],
  },
  {
    name: 'cancel-correction',
    from: ['draft', 'submitted', 'returned', 'endorsed'],
    to: 'published',
    who: ['coordinator'],
    place: 'review',
    demands: [beingCorrected, givesReason],
    effects: ['restores', 'endsRound'],
  },
];

/**
 * The workflow of a report: every transition there is. `withdraw` is possible until a decision is taken; a decision
 * always leaves `submitted`, so the state says it all.
 */
export const workflow = new Workflow<ReportTerms>({ states: ReportState.options, initial: 'draft', transitions });

/** How a report that is loaded from the past stands. */
export const IMPORTED_STATE: ReportState = 'approved';

/** How a report stands whose revision is published. */
export const PUBLISHED_STATE: ReportState = 'published';

/** Names of the transitions after which their revision is the published one. */
export const publishingTransitions = workflow.namesWith('publishes');
