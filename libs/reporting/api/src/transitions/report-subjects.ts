import {
  isOpen,
  type FiredCheck,
  type DisabledReason,
  relationsTo,
  reportAudit,
  type ReportTerms,
  type RevisionContent,
  workflow,
} from '@malspar/reporting-model';
import type { Principal, Refusal } from '@malspar/shared-model';
import {
  Clock,
  type EffectWork,
  Forbidden,
  type Held,
  Invalid,
  type Move,
  type TransitionActor,
  type Tx,
  type WorkflowSubjects,
  WrongState,
} from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { DraftWordingRepository } from '../drafts/draft-wording.repository.js';
import { draftContent, freeze, saysTheSame } from '../reports/freezing.js';
import type { ReportRow } from '../reports/report-rows.js';
import { factsOf, Reports } from '../reports/reports.js';
import { RestoringService } from './restoring.service.js';
import { ChecksNotMet, FourEyes, NothingCorrected, StaleRevision } from './transition.errors.js';
import { type ReportChange, TransitionRepository } from './transition.repository.js';

/** A report that a person is about to move. */
export interface HeldReport extends Held<ReportTerms> {
  readonly row: ReportRow;
  /** What would be frozen, and the checks of it; null until they are asked for. */
  readonly draft: { readonly checks: readonly FiredCheck[]; readonly content: RevisionContent } | null;
}
export type ReportMove = Move<ReportTerms, HeldReport, ReportChange>;
type Work = EffectWork<ReportTerms, HeldReport, ReportChange>;

/** Reports as the workflow engine moves them. */
@Injectable()
export class ReportSubjects implements WorkflowSubjects<ReportTerms, HeldReport, ReportChange> {
  readonly workflow = workflow;
  readonly auditKinds = reportAudit.kinds;
  readonly effects: Readonly<Record<ReportTerms['effect'], Work>> = {
    freezes: { change: async (tx, { held, actor }) => frozen(await this.readMore(tx, held), actor) },
    endorses: { change: (_tx, { actor }) => ({ endorsedBy: actor.personId }) },
    keepsEndorser: { change: (_tx, { held }) => ({ endorsedBy: held.row.endorsedBy }) },
    restores: { change: (tx, { held, actor }) => this.restoring.restore(tx, held.row, actor) },
    endsRound: { change: () => ({ endsRound: true }) },
    asksForReply: { change: () => ({ needsReply: true }) },
    publishes: {
      afterwards: (tx, moves) =>
        this.wordings.clear(
          tx,
          moves.map(({ held }) => held.id),
        ),
    },
  };

  constructor(
    private readonly reports: Reports,
    private readonly repository: TransitionRepository,
    private readonly restoring: RestoringService,
    private readonly wordings: DraftWordingRepository,
    private readonly clock: Clock,
  ) {}

  /** A locked report as the person meets it. */
  held(row: ReportRow, who: Principal): HeldReport {
    const facts = factsOf(row, this.clock.today());
    return { id: row.id, row, facts, relations: relationsTo(row, who), draft: null };
  }

  async readMore(tx: Tx, held: HeldReport): Promise<HeldReport> {
    if (held.draft) return held;
    const { row } = held;
    const report = await this.reports.read(tx, row);
    const checks = report.checks();
    const content = draftContent(report, Math.max(row.revision, row.newestRevision) + 1);
    const correctsNothing = row.published !== null && saysTheSame(content, row.published.content);
    return { ...held, facts: factsOf(row, this.clock.today(), checks, correctsNothing), draft: { checks, content } };
  }

  /** Whoever endorsed the revision counts no longer, unless an effect says otherwise. */
  unchanged({ row }: HeldReport): ReportChange {
    return {
      revision: row.revision,
      revisionSha256: row.revisionSha256,
      submittedBy: row.submittedBy,
      submittedByName: row.submittedByName,
      submittedAt: row.submittedAt,
      endorsedBy: null,
      frozen: null,
      needsReply: false,
      endsRound: false,
    };
  }

  numbered({ row }: HeldReport): { readonly number: number; readonly reference: string } {
    const number = row.transitions + 1;
    return { number, reference: `${row.period}-${row.areaNumber}-${number}` };
  }

  async store(tx: Tx, moves: readonly ReportMove[], actor: TransitionActor): Promise<readonly string[]> {
    const moved = await this.repository.move(tx, moves, actor);
    if (moved === 'no-such-target') throw new Invalid([{ pointer: '/comments', code: 'no-such-target' }]);
    return moved;
  }

  /** What a refusal is answered with over HTTP. */
  async refused(tx: Tx, who: Principal, refusal: Refusal<ReportTerms>, held: HeldReport): Promise<Error> {
    switch (refusal.is) {
      case 'never-theirs':
        return this.reports.notTheirs(tx, who, held.row);
      case 'not-theirs':
        return new Forbidden('not-yours');
      case 'not-from':
        return new WrongState(`not-from-${refusal.state}`);
      case 'not-met':
        return NOT_MET[refusal.whyNot](kebab(refusal.whyNot), held);
      case 'unfit':
        return new Invalid(refusal.errors);
      case 'stale':
        return new StaleRevision({ number: held.row.revision, sha256: held.row.revisionSha256 });
      case 'changed-meanwhile':
        return new WrongState('changed-meanwhile');
    }
  }
}

const wrongState = (code: string): Error => new WrongState(code);
const fourEyes = (code: string): Error => new FourEyes(code);
const checksNotMet = (_code: string, { draft }: HeldReport): Error =>
  new ChecksNotMet(draft?.checks.filter(isOpen) ?? []);

const NOT_MET: Readonly<Record<DisabledReason, (code: string, held: HeldReport) => Error>> = {
  period_not_open: wrongState,
  period_closed: wrongState,
  not_a_correction: wrongState,
  four_eyes_writer: fourEyes,
  four_eyes_endorser: fourEyes,
  checks_open: checksNotMet,
  soft_checks_unexplained: checksNotMet,
  nothing_corrected: () => new NothingCorrected(),
};

const kebab = (code: string): string => code.replaceAll('_', '-');

/** The draft as the next revision. */
function frozen({ draft }: HeldReport, actor: TransitionActor): Partial<ReportChange> {
  if (!draft) throw new Error('The draft was not read');
  const { canonical, sha256 } = freeze(draft.content);
  return {
    revision: draft.content.revision,
    revisionSha256: sha256,
    submittedBy: actor.personId,
    submittedByName: actor.name,
    submittedAt: actor.at,
    frozen: canonical,
  };
}
