import {
  availableTransitions,
  type DisabledReason,
  isOpen,
  relationsTo,
  type ReportState,
  type Transition,
  transitionFrom,
  type TransitionReceipt,
  TransitionRequest,
  turnOf,
  workflow,
} from '@malspar/reporting-model';
import type { FieldError, Principal } from '@malspar/shared-model';
import {
  AuditLog,
  AuthorizedWrites,
  Clock,
  Forbidden,
  Idempotency,
  Invalid,
  type Tx,
  validated,
  WrongState,
} from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import type { Writer } from './entry.repository.js';
import { draftContent, freeze, saysTheSame } from './freezing.js';
import { factsOf, revisionOf } from './report-assembly.js';
import { ReportHolders } from './report-holders.js';
import { ReportReader } from './report-reader.js';
import { RestoringService } from './restoring.service.js';
import { type ReportStep, ReportStepRepository, type RevisionOnRow } from './report-step.repository.js';
import type { ReportRow } from './report.repository.js';
import { ChecksNotMet, FourEyes, NothingCorrected, StaleRevision } from './reporting.errors.js';

interface Moved {
  readonly row: ReportRow;
  readonly from: ReportState;
  readonly step: ReportStep;
}

/** Takes a report from one state to the next, once per key. */
@Injectable()
export class TransitionService {
  constructor(
    private readonly writes: AuthorizedWrites,
    private readonly reader: ReportReader,
    private readonly steps: ReportStepRepository,
    private readonly restoring: RestoringService,
    private readonly holders: ReportHolders,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the step and gives its receipt; the same key gives the same receipt again without a second step. Throws
   * `WrongState` when there is no such step from the present state, `Forbidden` or `FourEyes` when it is not this
   * person's, `StaleRevision` when another revision was read than the current one, `NothingCorrected` for a correction that
   * changes nothing, `ChecksNotMet` and `Invalid` when something is lacking.
   */
  async take(by: Principal, id: string, key: string, input: TransitionRequest): Promise<TransitionReceipt> {
    const request = validated(TransitionRequest, input);
    const call = { key, personId: by.personId, request: { report: id, ...request } };
    return this.writes.write(by, 'report.transition', (tx, who) =>
      this.idempotency.once(tx, call, async () => {
        const row = await this.reader.locked(tx, who, id);
        const transition = await this.possible(tx, row, who, request);
        demandGiven(transition, request, row);
        const actor = { personId: who.personId, name: who.name, at: this.clock.now() };
        const moved = await this.move(tx, row, transition, request, actor);
        await this.log(tx, moved, who);
        return this.receipt(tx, moved, actor.at);
      }),
    );
  }

  // Checks are left aside here: they are read only for a submit, and answered with what is open.
  private async possible(
    tx: Tx,
    row: ReportRow,
    who: Principal,
    { transition: name }: TransitionRequest,
  ): Promise<Transition> {
    const relations = relationsTo(row, who);
    const everMine = workflow.some((each) => each.name === name && each.who.some((one) => relations.includes(one)));
    if (!everMine) throw await this.reader.notTheirs(tx, who, row);
    const transition = transitionFrom(row.state, name);
    if (!transition || transition.demands.includes('publication')) throw new WrongState(`not-from-${row.state}`);
    const facts = factsOf(row, this.clock.today());
    const available = availableTransitions(facts, who).find((each) => each.name === name);
    if (!available && transition.demands.includes('correction')) throw new WrongState('not-a-correction');
    if (!available) throw new Forbidden('not-yours');
    const reason = available.reason as DisabledReason | null;
    if (reason === 'four_eyes_writer' || reason === 'four_eyes_endorser') throw new FourEyes(kebab(reason));
    if (reason !== null) throw new WrongState(kebab(reason));
    return transition;
  }

  private async move(
    tx: Tx,
    row: ReportRow,
    transition: Transition,
    request: TransitionRequest,
    actor: Writer,
  ): Promise<Moved> {
    const number = row.transitions + 1;
    const step: ReportStep = {
      ...(await this.revisionAfter(tx, row, transition, actor)),
      number,
      reference: `${row.period}-${row.areaNumber}-${number}`,
      name: transition.name,
      reason: request.reason ?? null,
      toState: transition.to,
      endorsedBy: endorserAfter(transition, row, actor),
      comments: request.comments ?? [],
      needsReply: turnOf(transition.to) === 'owner',
      endsRound: transition.effects.includes('endsRound'),
    };
    const outcome = await this.steps.take(tx, row, step, actor);
    if (outcome === 'no-such-target') throw new Invalid([{ pointer: '/comments', code: 'no-such-target' }]);
    if (outcome === 'changed-meanwhile') throw new WrongState('changed-meanwhile');
    const { revision, revisionSha256, submittedBy, submittedByName, submittedAt, endorsedBy } = step;
    const changed = { revision, revisionSha256, submittedBy, submittedByName, submittedAt, endorsedBy };
    return { row: { ...row, ...changed, state: transition.to }, from: row.state, step };
  }

  private revisionAfter(tx: Tx, row: ReportRow, { effects }: Transition, actor: Writer): Promise<RevisionOnRow> {
    if (effects.includes('freezes')) return this.freeze(tx, row, actor);
    if (effects.includes('restores')) return this.restoring.restore(tx, row, actor);
    return Promise.resolve(asItStands(row));
  }

  /** Checks the draft and freezes it as the next revision. */
  private async freeze(tx: Tx, row: ReportRow, actor: Writer): Promise<RevisionOnRow> {
    const report = await this.reader.planned(tx, row);
    const workings = await this.reader.workingsOf(tx, report);
    const checks = this.reader.checks(row, workings);
    if (checks.some(isOpen)) throw new ChecksNotMet(checks);
    const revision = Math.max(row.revision, row.newestRevision) + 1;
    const content = draftContent(report, workings, revision);
    if (row.published && saysTheSame(content, row.published.content)) throw new NothingCorrected();
    const { canonical, sha256 } = freeze(content);
    return {
      revision,
      revisionSha256: sha256,
      submittedBy: actor.personId,
      submittedByName: actor.name,
      submittedAt: actor.at,
      frozen: canonical,
    };
  }

  private log(tx: Tx, { row, from, step }: Moved, who: Principal): Promise<void> {
    const { reference, toState: to, reason, revision, revisionSha256: sha256, comments } = step;
    return this.audit.append(tx, {
      kind: `report.${step.name}`,
      actor: who,
      subject: { type: 'report', id: row.id },
      data: { reference, from, to, reason, revision, sha256, comments },
    });
  }

  private async receipt(tx: Tx, { row, from, step }: Moved, at: Date): Promise<TransitionReceipt> {
    const today = this.clock.today();
    const [next] = await this.holders.namesFor(tx, [factsOf(row, today)], today);
    return {
      reference: step.reference,
      transition: step.name,
      from,
      to: row.state,
      at: at.toISOString(),
      revision: revisionOf(row),
      next: next ?? [],
    };
  }
}

const kebab = (code: string): string => code.replaceAll('_', '-');

const asItStands = (row: ReportRow): RevisionOnRow => ({
  revision: row.revision,
  revisionSha256: row.revisionSha256,
  submittedBy: row.submittedBy,
  submittedByName: row.submittedByName,
  submittedAt: row.submittedAt,
  frozen: null,
});

/** Throws when the request lacks what the step demands, carries what it has no place for, or names another revision. */
function demandGiven({ demands, effects }: Transition, request: TransitionRequest, row: ReportRow): void {
  const errors: FieldError[] = [];
  if (demands.includes('reason') && request.reason === undefined) errors.push({ pointer: '/reason', code: 'required' });
  if (demands.includes('revisionHash') && request.revisionHash === undefined) {
    errors.push({ pointer: '/revisionHash', code: 'required' });
  }
  if (request.comments?.length && !effects.includes('takesComments')) {
    errors.push({ pointer: '/comments', code: 'not-expected' });
  }
  if (errors.length > 0) throw new Invalid(errors);
  if (request.revisionHash !== undefined && request.revisionHash !== row.revisionSha256) {
    throw new StaleRevision({ number: row.revision, sha256: row.revisionSha256 });
  }
}

/** Who has endorsed the latest revision once the step is taken: nobody, unless it endorses or approves. */
function endorserAfter(transition: Transition, row: ReportRow, actor: Writer): string | null {
  if (transition.effects.includes('endorses')) return actor.personId;
  return transition.to === 'approved' ? row.endorsedBy : null;
}
