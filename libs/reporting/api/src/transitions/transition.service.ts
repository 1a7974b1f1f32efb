import { type TransitionReceipt, TransitionRequest } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { AuthorizedWrites, Clock, Idempotency, type Tx, validated, WorkflowEngine } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { ReportHolders } from '../reports/report-holders.js';
import { revisionOf } from '../reports/report-view.js';
import { factsOf, Reports } from '../reports/reports.js';
import { type ReportMove, ReportSubjects } from './report-subjects.js';

/** Takes a report from one state to the next, once per key. */
@Injectable()
export class TransitionService {
  constructor(
    private readonly writes: AuthorizedWrites,
    private readonly reports: Reports,
    private readonly subjects: ReportSubjects,
    private readonly engine: WorkflowEngine,
    private readonly holders: ReportHolders,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the transition and gives its receipt; the same key gives the same receipt again without a second one. Throws
   * `WrongState` when there is no such transition from the present state, `Forbidden` or `FourEyes` when it is not this
   * person's, `StaleRevision` when another revision was read than the current one, `NothingCorrected` for a correction
   * that changes nothing, `ChecksNotMet` and `Invalid` when something is lacking.
   */
  async take(by: Principal, id: string, key: string, input: TransitionRequest): Promise<TransitionReceipt> {
    const request = validated(TransitionRequest, input);
    const call = { key, personId: by.personId, request: { report: id, ...request } };
    return this.writes.write(by, 'report.transition', (tx, who) =>
      this.idempotency.once(tx, call, async () => {
        const row = await this.reports.locked(tx, who, id);
        const held = this.subjects.held(row, who);
        const actor = { personId: who.personId, name: who.name, at: this.clock.now() };
        const asked = { held, call: { name: request.transition, within: null, request } };
        const [move] = await this.engine.take(tx, this.subjects, actor, [asked], (refusal, report) =>
          this.subjects.refused(tx, who, refusal, report),
        );
        if (!move) throw new Error('One transition was asked for');
        return this.receipt(tx, move);
      }),
    );
  }

  private async receipt(
    tx: Tx,
    { held, transition, reference, change, actor }: ReportMove,
  ): Promise<TransitionReceipt> {
    const today = this.clock.today();
    const row = { ...held.row, ...change, state: transition.to };
    const [next] = await this.holders.namesFor(tx, [factsOf(row, today)], today);
    return {
      reference,
      transition: transition.name,
      from: held.row.state,
      to: row.state,
      at: actor.at.toISOString(),
      revision: revisionOf(row),
      next: next ?? [],
    };
  }
}
