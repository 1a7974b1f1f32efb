import { demandsMore, TAKES_COMMENTS, type TransitionCall, type WorkflowTerms } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { type NewAuditEvent, AuditLog } from '../audit/audit-log.js';
import type { Tx } from '../tx/tx.js';
import type {
  Change,
  Held,
  Move,
  RefusalError,
  Taking,
  TransitionActor,
  TransitionKind,
  WorkflowSubjects,
} from './workflow-subjects.js';

/** Which transition is asked of which subject. */
export interface Asked<T extends WorkflowTerms, H extends Held<T>> {
  readonly held: H;
  readonly call: TransitionCall<T>;
}

/**
 * Carries out transitions as the workflow's table says: asks its demands, does its effects, moves the subjects, and logs
 * one audit event of one shape for each. Knows neither states nor transitions by name.
 */
@Injectable()
export class WorkflowEngine {
  constructor(private readonly audit: AuditLog) {}

  /**
   * Takes all of the transitions or none. The subjects are locked, and the transaction is the caller's. Throws what
   * `error` makes of the first refusal.
   */
  async take<T extends WorkflowTerms, H extends Held<T>, C extends Change>(
    tx: Tx,
    subjects: WorkflowSubjects<T, H, C>,
    actor: TransitionActor,
    asked: readonly Asked<T, H>[],
    error: RefusalError<T, H>,
  ): Promise<Move<T, H, C>[]> {
    const moves: Move<T, H, C>[] = [];
    for (const each of asked) moves.push(await prepared(tx, subjects, await decided(tx, subjects, actor, each, error)));
    const moved = await subjects.store(tx, moves, actor);
    const late = moves.find(({ held }) => !moved.includes(held.id));
    if (late) throw await error({ is: 'changed-meanwhile' }, late.held);
    await afterwards(tx, subjects, moves);
    await this.audit.appendAll(
      tx,
      moves.map((move) => auditEvent(subjects, move)),
    );
    return moves;
  }
}

/** The transition's row and the subject with all that its demands read. */
async function decided<T extends WorkflowTerms, H extends Held<T>, C extends Change>(
  tx: Tx,
  subjects: WorkflowSubjects<T, H, C>,
  actor: TransitionActor,
  { held, call }: Asked<T, H>,
  error: RefusalError<T, H>,
): Promise<Taking<T, H>> {
  const { workflow } = subjects;
  const decision = workflow.decide({ ...held, personId: actor.personId }, call);
  if (decision.refusal !== null) throw await error(decision.refusal, held);
  const { transition } = decision;
  if (!demandsMore(transition)) return { held, call, transition, actor };
  const read = await subjects.readMore(tx, held);
  const refusal = workflow.decideWithMore(transition, { facts: read.facts, personId: actor.personId, ...call });
  if (refusal !== null) throw await error(refusal, read);
  return { held: read, call, transition, actor };
}

async function prepared<T extends WorkflowTerms, H extends Held<T>, C extends Change>(
  tx: Tx,
  subjects: WorkflowSubjects<T, H, C>,
  taking: Taking<T, H>,
): Promise<Move<T, H, C>> {
  let change = subjects.unchanged(taking.held);
  for (const effect of effectsOf(subjects, taking)) change = { ...change, ...(await effect.change?.(tx, taking)) };
  return { ...taking, ...subjects.numbered(taking.held), change };
}

async function afterwards<T extends WorkflowTerms, H extends Held<T>, C extends Change>(
  tx: Tx,
  subjects: WorkflowSubjects<T, H, C>,
  moves: readonly Move<T, H, C>[],
): Promise<void> {
  for (const effect of new Set(moves.flatMap((move) => effectsOf(subjects, move)))) {
    await effect.afterwards?.(
      tx,
      moves.filter((move) => effectsOf(subjects, move).includes(effect)),
    );
  }
}

// What the engine itself does with an effect is in the decision; the rest is the domain's.
const effectsOf = <T extends WorkflowTerms, H extends Held<T>, C extends Change>(
  { effects }: WorkflowSubjects<T, H, C>,
  { transition }: Taking<T, H>,
) => transition.effects.flatMap((name) => (name === TAKES_COMMENTS ? [] : [effects[name]]));

const auditEvent = <T extends WorkflowTerms, H extends Held<T>, C extends Change>(
  { auditKinds }: WorkflowSubjects<T, H, C>,
  { held, transition, call, reference, change, actor }: Move<T, H, C>,
): NewAuditEvent<TransitionKind> => ({
  kind: auditKinds[transition.name],
  actor,
  subjectId: held.id,
  data: {
    reference,
    from: held.facts.state,
    to: transition.to,
    reason: call.request.reason ?? null,
    revision: change.revision,
    sha256: change.revisionSha256,
    comments: call.request.comments ?? [],
  },
});
