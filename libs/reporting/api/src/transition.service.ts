import { randomUUID } from 'node:crypto';
import {
  availableTransitions,
  type CheckResult,
  type DisabledReason,
  isOpen,
  relationsTo,
  workflow,
  type NewComment,
  type Transition,
  type TransitionReceipt,
  type TransitionRequest,
  transitionFrom,
} from '@malspar/reporting-model';
import type { FieldError, Principal } from '@malspar/shared-model';
import { AuditLog, Clock, Database, Forbidden, Idempotency, Invalid, type Tx, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import type { Writer } from './entry.repository.js';
import { draftContent, freeze } from './freezing.js';
import { factsOf, revisionOf, type Workings } from './report-assembly.js';
import { ReportCommentRepository } from './report-comment.repository.js';
import { ReportHolders } from './report-holders.js';
import { type KnownReport, ReportReader } from './report-reader.js';
import { type ReportStep, ReportStepRepository } from './report-step.repository.js';
import type { ReportRow } from './report.repository.js';
import { ChecksNotMet, FourEyes, StaleRevision } from './reporting.errors.js';

/** Takes a report from one state to the next, once per key. */
@Injectable()
export class TransitionService {
  constructor(
    private readonly database: Database,
    private readonly reader: ReportReader,
    private readonly steps: ReportStepRepository,
    private readonly comments: ReportCommentRepository,
    private readonly holders: ReportHolders,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the step and gives its receipt; the same key gives the same receipt again without a second step. Throws
   * `WrongState` when there is no such step from the present state, `Forbidden` or `FourEyes` when it is not this
   * person's, `StaleRevision` when another revision was read than the current one, `ChecksNotMet` and `Invalid` when
   * something is lacking.
   */
  take(who: Principal, id: string, key: string, request: TransitionRequest): Promise<TransitionReceipt> {
    return this.database.write((tx) =>
      this.idempotency.once(tx, { key, personId: who.personId, request: { report: id, ...request } }, async () => {
        const report = await this.reader.locked(tx, who, id);
        const transition = this.possible(report, who, request);
        demandGiven(transition, request, report.row);
        const actor = { personId: who.personId, name: who.name, at: this.clock.now() };
        const moved = await this.move(tx, report, transition, request, actor);
        const { name, from, to, reference } = moved;
        await this.audit.append(tx, {
          kind: `report.${name}`,
          actor: who,
          subject: { type: 'report', id },
          data: {
            reference,
            from,
            to,
            revision: moved.row.revision,
            sha256: moved.row.revisionSha256,
            reason: request.reason,
          },
        });
        return this.receipt(tx, report, moved);
      }),
    );
  }

  // Checks are left aside here: they are read only for a submit, and answered with what is open.
  private possible(report: KnownReport, who: Principal, { transition: name }: TransitionRequest): Transition {
    const { row, area } = report;
    const facts = factsOf(row, area, [], this.clock.today());
    const relations = relationsTo(facts, who);
    const everMine = workflow.some((each) => each.name === name && each.who.some((one) => relations.includes(one)));
    if (!everMine) throw new Forbidden('not-yours');
    const transition = transitionFrom(row.state, name);
    if (!transition || transition.demands.includes('publication')) throw new WrongState(`not-from-${row.state}`);
    const available = availableTransitions(facts, who).find((each) => each.name === name);
    if (!available) throw new Forbidden('not-yours');
    const reason = available.reason as DisabledReason | null;
    if (reason === 'four_eyes_submitter' || reason === 'four_eyes_endorser')
      throw new FourEyes(reason.replaceAll('_', '-'));
    if (reason !== null) throw new WrongState(reason.replaceAll('_', '-'));
    return transition;
  }

  private async move(
    tx: Tx,
    report: KnownReport,
    transition: Transition,
    request: TransitionRequest,
    actor: Writer,
  ): Promise<{
    name: Transition['name'];
    from: Transition['to'];
    to: Transition['to'];
    reference: string;
    row: ReportRow;
  }> {
    const { row, area } = report;
    const submitted = transition.demands.includes('checks') ? await this.freeze(tx, report, actor) : row;
    const number = row.transitions + 1;
    const step: ReportStep = {
      number,
      reference: `${row.period}-${area.number}-${number}`,
      name: transition.name,
      reason: request.reason ?? null,
      toState: transition.to,
      revision: submitted.revision,
      revisionSha256: submitted.revisionSha256,
      submittedBy: submitted.submittedBy,
      submittedByName: submitted.submittedByName,
      submittedAt: submitted.submittedAt,
      endorsedBy: endorserAfter(transition, row, actor),
    };
    const taken = await this.steps.take(tx, row, step, actor);
    if (!taken) throw new WrongState('changed-meanwhile');
    if (request.comments?.length) await this.addComments(tx, report, request.comments, actor);
    return {
      name: transition.name,
      from: row.state,
      to: transition.to,
      reference: step.reference,
      row: { ...submitted, state: transition.to, endorsedBy: step.endorsedBy },
    };
  }

  /** Checks the draft and freezes it as the next revision; gives the row as it will be. */
  private async freeze(tx: Tx, report: KnownReport, actor: Writer): Promise<ReportRow> {
    const workings = await this.reader.workingsOf(tx, report);
    demandChecks(this.reader.checks(report, workings));
    return this.freezeAs(tx, report, workings, actor);
  }

  private async freezeAs(tx: Tx, report: KnownReport, workings: Workings, actor: Writer): Promise<ReportRow> {
    const number = report.row.revision + 1;
    const { canonical, sha256 } = freeze(draftContent(report, workings, number));
    const by = { submittedBy: actor.personId, submittedByName: actor.name, submittedAt: actor.at };
    await this.steps.freeze(tx, [{ reportId: report.row.id, number, canonical, sha256, ...by }]);
    return { ...report.row, revision: number, revisionSha256: sha256, ...by };
  }

  private async addComments(
    tx: Tx,
    report: KnownReport,
    comments: readonly NewComment[],
    actor: Writer,
  ): Promise<void> {
    const codes = new Set(report.area.targets.map((target) => target.code));
    const unknown = comments.flatMap(({ targetCode }, index): FieldError[] =>
      targetCode === null || codes.has(targetCode)
        ? []
        : [{ pointer: `/comments/${index}/targetCode`, code: 'no-such-target' }],
    );
    if (unknown.length > 0) throw new Invalid(unknown);
    await this.comments.insert(
      tx,
      comments.map((comment, position) => ({
        ...comment,
        id: randomUUID(),
        reportId: report.row.id,
        revision: report.row.revision,
        position,
        authorId: actor.personId,
        authorName: actor.name,
        createdAt: actor.at,
        answer: null,
        answeredBy: null,
        answeredByName: null,
        answeredAt: null,
      })),
    );
  }

  private async receipt(
    tx: Tx,
    report: KnownReport,
    moved: Awaited<ReturnType<TransitionService['move']>>,
  ): Promise<TransitionReceipt> {
    const today = this.clock.today();
    const [next] = await this.holders.namesFor(tx, [factsOf(moved.row, report.area, [], today)], today);
    return {
      reference: moved.reference,
      transition: moved.name,
      from: moved.from,
      to: moved.to,
      at: this.clock.now().toISOString(),
      revision: revisionOf(moved.row),
      next: next ?? [],
    };
  }
}

function demandChecks(checks: readonly CheckResult[]): void {
  if (checks.some(isOpen)) throw new ChecksNotMet(checks);
}

/** Throws when the request lacks what the transition demands, carries what it has no place for, or names another revision. */
function demandGiven({ name, demands }: Transition, request: TransitionRequest, row: ReportRow): void {
  const errors: FieldError[] = [];
  if (demands.includes('reason') && request.reason === undefined) errors.push({ pointer: '/reason', code: 'required' });
  if (demands.includes('revisionHash') && request.revisionHash === undefined) {
    errors.push({ pointer: '/revisionHash', code: 'required' });
  }
  if (request.comments?.length && name !== 'return') errors.push({ pointer: '/comments', code: 'not-expected' });
  if (errors.length > 0) throw new Invalid(errors);
  if (request.revisionHash !== undefined && request.revisionHash !== row.revisionSha256) {
    throw new StaleRevision({ number: row.revision, sha256: row.revisionSha256! });
  }
}

/** Who has endorsed the latest revision once the step is taken: nobody, after anything but an endorsement or what follows it. */
function endorserAfter(transition: Transition, row: ReportRow, actor: Writer): string | null {
  if (transition.name === 'endorse') return actor.personId;
  return transition.to === 'approved' ? row.endorsedBy : null;
}
