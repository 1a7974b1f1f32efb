import type {
  AuditKind,
  Refusal,
  Transition,
  TransitionCall,
  TransitionData,
  Workflow,
  WorkflowTerms,
} from '@malspar/shared-model';
import type * as z from 'zod';
import type { Tx } from '../tx/tx.js';

/** A subject of a workflow, locked until the transaction ends, as the person who acts meets it. */
export interface Held<T extends WorkflowTerms> {
  readonly id: string;
  readonly facts: T['facts'];
  /** How the person is tied to it. */
  readonly relations: readonly T['relation'][];
}

export interface TransitionActor {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

/** What a transition leaves on its subject besides the state; domains add columns of their own. */
export interface Change {
  readonly revision: number;
  readonly revisionSha256: string | null;
}

/** A transition that is being taken. */
export interface Taking<T extends WorkflowTerms, H extends Held<T>> {
  readonly held: H;
  readonly call: TransitionCall<T>;
  readonly transition: Transition<T>;
  readonly actor: TransitionActor;
}

/** A decided transition with all that it changes, ready to be stored. */
export interface Move<T extends WorkflowTerms, H extends Held<T>, C extends Change> extends Taking<T, H> {
  /** The number of this transition among the subject's, and the reference that people are told. */
  readonly number: number;
  readonly reference: string;
  readonly change: C;
}

/** How an effect of the table is carried out. */
export interface EffectWork<T extends WorkflowTerms, H extends Held<T>, C extends Change> {
  /** What it changes on the subject. */
  readonly change?: (tx: Tx, taking: Taking<T, H>) => Partial<C> | Promise<Partial<C>>;
  /** What is to be done once the subjects have moved, for all that moved at once. */
  readonly afterwards?: (tx: Tx, moves: readonly Move<T, H, C>[]) => Promise<void>;
}

/** The kind of a transition's audit event. */
export type TransitionKind = AuditKind<z.ZodType<unknown, TransitionData>>;

/** What a domain tells the engine about the subjects of one workflow. */
export interface WorkflowSubjects<T extends WorkflowTerms, H extends Held<T>, C extends Change> {
  readonly workflow: Workflow<T>;
  /** All of one shape, whatever is moved. */
  readonly auditKinds: Readonly<Record<T['transition'], TransitionKind>>;
  /** Every effect that the table may name. */
  readonly effects: Readonly<Record<T['effect'], EffectWork<T, H, C>>>;
  /** The subject with the facts that demands ask for last. */
  readMore(tx: Tx, held: H): Promise<H>;
  /** What stays as it is on the subject where no effect changes it. */
  unchanged(held: H): C;
  numbered(held: H): Pick<Move<T, H, C>, 'number' | 'reference'>;
  /** Stores the moves; gives the ids of those that moved. The others have been moved by somebody else meanwhile. */
  store(tx: Tx, moves: readonly Move<T, H, C>[], actor: TransitionActor): Promise<readonly string[]>;
}

/** The error that a refusal is answered with. */
export type RefusalError<T extends WorkflowTerms, H extends Held<T>> = (
  refusal: Refusal<T>,
  held: H,
) => Error | Promise<Error>;
