import type { Demand, DemandOutcome, DemandQuestion, TransitionInput } from './demand.js';
import { type TableFault, tableFaults } from './table-faults.js';

/** The words of one workflow, as types; `why` are the stable codes of reasons against its transitions. */
export interface WorkflowTerms {
  readonly state: string;
  readonly transition: string;
  readonly relation: string;
  readonly demand: string;
  readonly effect: string;
  readonly place: string;
  readonly why: string;
  readonly facts: { readonly state: string; readonly revisionHash: string | null };
}

/** One row of the table. A name may have several rows, never two from the same state. */
export interface Transition<T extends WorkflowTerms> {
  readonly name: T['transition'];
  readonly from: readonly T['state'][];
  readonly to: T['state'];
  /** Whoever is tied to the subject in one of these ways may take it. */
  readonly who: readonly T['relation'][];
  readonly demands: readonly Demand<T['facts'], T['why'], T['demand']>[];
  /** The page that offers it; null for one that no page offers on its own. */
  readonly place: T['place'] | null;
  /** What it does besides moving the subject, in this order. */
  readonly effects: readonly (T['effect'] | CommentsEffect)[];
}

/** The one effect that the engine itself knows: comments may come with the request. */
export const TAKES_COMMENTS = 'takesComments';
type CommentsEffect = typeof TAKES_COMMENTS;

/** A subject as one person meets it. */
export interface Meeting<T extends WorkflowTerms> {
  readonly facts: T['facts'];
  readonly relations: readonly T['relation'][];
  readonly personId: string;
}

/** A transition that is this person's to take now, or why not. */
export interface OfferedTransition<T extends WorkflowTerms> {
  readonly name: T['transition'];
  readonly enabled: boolean;
  /** The page that offers it. */
  readonly place: T['place'] | null;
  /** Null when enabled. */
  readonly reason: T['why'] | null;
  readonly demandsReason: boolean;
  readonly demandsRevisionHash: boolean;
  readonly takesComments: boolean;
}

/** Why a transition is not taken. */
export type Refusal<T extends WorkflowTerms> =
  /** In no state is it this person's. */
  | { readonly is: 'never-theirs' }
  | { readonly is: 'not-from'; readonly state: T['state'] }
  /** In this state it is somebody else's. */
  | { readonly is: 'not-theirs' }
  | { readonly is: 'not-met'; readonly whyNot: T['why'] }
  | { readonly is: 'unfit'; readonly errors: readonly { readonly pointer: string; readonly code: string }[] }
  /** Another revision was read than the current one. */
  | { readonly is: 'stale' }
  /** Somebody else moved it first. */
  | { readonly is: 'changed-meanwhile' };

export type Decision<T extends WorkflowTerms> =
  { readonly transition: Transition<T>; readonly refusal: null } | { readonly refusal: Refusal<T> };

/** What is asked for: a transition by name, with what comes with it. */
export interface TransitionCall<T extends WorkflowTerms> {
  readonly name: T['transition'];
  readonly within: string | null;
  readonly request: TransitionInput;
}

interface Table<T extends WorkflowTerms> {
  readonly states: readonly T['state'][];
  readonly initial: T['state'];
  readonly transitions: readonly Transition<T>[];
}

/** A table of named transitions, and the questions that page and server ask of it. */
export class Workflow<T extends WorkflowTerms> {
  readonly states: readonly T['state'][];
  /** Where every subject starts. */
  readonly initial: T['state'];
  readonly transitions: readonly Transition<T>[];

  constructor({ states, initial, transitions }: Table<T>) {
    this.states = states;
    this.initial = initial;
    this.transitions = transitions;
  }

  /** The row for the transition from the state, if there is one. */
  from(state: T['state'], name: T['transition']): Transition<T> | undefined {
    return this.transitions.find((row) => row.name === name && row.from.includes(state));
  }

  /** Names of the transitions that do something, in the table's order. */
  namesWith(effect: T['effect']): T['transition'][] {
    return [...new Set(this.transitions.filter(({ effects }) => effects.includes(effect)).map(({ name }) => name))];
  }

  /** States that cannot be reached or left, and rows that mean nothing. Empty when the table is sound. */
  faults(): TableFault[] {
    return tableFaults(this.states, this.initial, this.transitions);
  }

  /** The transitions that are the person's from the present state, each enabled or disabled with the first reason. */
  offered({ facts, relations, personId }: Meeting<T>): OfferedTransition<T>[] {
    const question = { facts, personId, within: null, request: null };
    return this.transitions
      .filter((row) => row.from.includes(facts.state) && isTheirs(row, relations))
      .flatMap((row) => {
        const outcomes = row.demands.map((demand) => demand.outcome(question));
        return outcomes.some(({ is }) => is === 'absent') ? [] : [offer(row, firstReason(outcomes))];
      });
  }

  /**
   * Whether the transition may be taken, by all that can be said without reading more. The order of the outcomes is that
   * of who may know: first whether it is theirs, then whether it can be, last whether the request is whole.
   */
  decide({ facts, relations, personId }: Meeting<T>, { name, within, request }: TransitionCall<T>): Decision<T> {
    if (!this.transitions.some((row) => row.name === name && isTheirs(row, relations))) {
      return { refusal: { is: 'never-theirs' } };
    }
    const notFrom = { refusal: { is: 'not-from', state: facts.state } } as const;
    const transition = this.from(facts.state, name);
    if (!transition) return notFrom;
    const outcomes = transition.demands
      .filter(({ readsMore }) => !readsMore)
      .map((demand) => demand.outcome({ facts, personId, within, request }));
    const absent = outcomes.find((outcome) => outcome.is === 'absent');
    if (absent) return absent.whyNot === null ? notFrom : { refusal: { is: 'not-met', whyNot: absent.whyNot } };
    if (!isTheirs(transition, relations)) return { refusal: { is: 'not-theirs' } };
    const whyNot = firstReason(outcomes);
    if (whyNot !== null) return { refusal: { is: 'not-met', whyNot } };
    const errors = unfit(transition, outcomes, request);
    if (errors.length > 0) return { refusal: { is: 'unfit', errors } };
    if (request.revisionHash !== undefined && request.revisionHash !== facts.revisionHash) {
      return { refusal: { is: 'stale' } };
    }
    return { transition, refusal: null };
  }

  /** Whether the demands that read more stand in the way; `facts` hold what was read. */
  decideWithMore({ demands }: Transition<T>, question: DemandQuestion<T['facts']>): Refusal<T> | null {
    const whyNot = firstReason(demands.filter(readsMore).map((demand) => demand.outcome(question)));
    return whyNot === null ? null : { is: 'not-met', whyNot };
  }
}

const readsMore = (demand: { readonly readsMore?: true }): boolean => demand.readsMore === true;

/** Whether the transition has demands that are answered only once more has been read. */
export const demandsMore = <T extends WorkflowTerms>({ demands }: Transition<T>): boolean => demands.some(readsMore);

const isTheirs = <T extends WorkflowTerms>({ who }: Transition<T>, relations: readonly T['relation'][]): boolean =>
  who.some((relation) => relations.includes(relation));

const firstReason = <Code extends string>(outcomes: readonly DemandOutcome<Code>[]): Code | null =>
  outcomes.find((outcome) => outcome.is === 'disabled')?.whyNot ?? null;

const offer = <T extends WorkflowTerms>(
  { name, place, demands, effects }: Transition<T>,
  reason: T['why'] | null,
): OfferedTransition<T> => ({
  name,
  place,
  enabled: reason === null,
  reason,
  demandsReason: demands.some(({ asksFor }) => asksFor === 'reason'),
  demandsRevisionHash: demands.some(({ asksFor }) => asksFor === 'revisionHash'),
  takesComments: effects.includes(TAKES_COMMENTS),
});

/** What the request lacks of what is demanded, and what it carries that the transition has no place for. */
function unfit<T extends WorkflowTerms>(
  { effects }: Transition<T>,
  outcomes: readonly DemandOutcome<T['why']>[],
  { comments }: TransitionInput,
): { pointer: string; code: string }[] {
  const lacking = outcomes.flatMap((outcome) =>
    outcome.is === 'lacking' ? [{ pointer: outcome.pointer, code: 'required' }] : [],
  );
  const unexpected = comments?.length && !effects.includes(TAKES_COMMENTS);
  return unexpected ? [...lacking, { pointer: '/comments', code: 'not-expected' }] : lacking;
}
