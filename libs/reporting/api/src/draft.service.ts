import {
  contentFaults,
  type DraftConflict,
  type DraftSaved,
  type EntryContent,
  mayWrite,
  relationsTo,
  type VerdictContent,
} from '@malspar/reporting-model';
import type { Principal, Provenance } from '@malspar/shared-model';
import {
  Clock,
  Database,
  Forbidden,
  Invalid,
  NotFound,
  PreconditionFailed,
  type Tx,
  WrongState,
} from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { EntryRepository } from './entry.repository.js';
import { factsOf, verdictContentOf } from './report-assembly.js';
import { ReportReader } from './report-reader.js';
import { ReportStepRepository } from './report-step.repository.js';
import type { ReportRow } from './report.repository.js';

/** Writes in drafts. Nobody's words are overwritten unseen: each write names the version it is based on. */
@Injectable()
export class DraftService {
  constructor(
    private readonly database: Database,
    private readonly reader: ReportReader,
    private readonly entries: EntryRepository,
    private readonly steps: ReportStepRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes one entry. Throws `PreconditionFailed` with what the server holds when somebody else was first, `Invalid`
   * for content that can never be, `Forbidden` or `WrongState` when the report is not this person's to write in now.
   */
  async writeEntry(
    who: Principal,
    id: string,
    targetCode: string,
    version: number,
    content: EntryContent,
    provenance: Provenance = 'reported',
  ): Promise<DraftSaved> {
    return this.database.write(async (tx) => {
      const report = await this.reader.planned(tx, await this.writable(tx, who, id));
      const workings = await this.reader.workingsOf(tx, report);
      const entry = workings.entries.find((each) => each.targetCode === targetCode);
      const stored = workings.rows.find((each) => each.targetCode === targetCode);
      if (!entry || !stored) throw new NotFound();
      if (entry.version !== version) {
        const { content: theirs, updatedAt, updatedBy } = entry;
        throw conflict({ version: entry.version, content: theirs, updatedAt, updatedBy });
      }
      const faults = contentFaults(content, entry, report.row.period);
      if (faults.length > 0) throw new Invalid(faults);
      const at = this.clock.now();
      const saved = await this.entries.save(tx, stored, content, provenance, { ...who, at });
      if (!saved) throw new WrongState('changed-meanwhile');
      const entries = workings.entries.map((each) => (each === entry ? { ...entry, content } : each));
      return {
        ...saved,
        savedAt: at.toISOString(),
        checks: this.reader.checks(report.row, { ...workings, entries }),
      };
    });
  }

  /** Writes the area's verdict; throws as `writeEntry`. */
  async writeVerdict(
    who: Principal,
    id: string,
    version: number,
    content: VerdictContent,
    provenance: Provenance = 'reported',
  ): Promise<DraftSaved> {
    return this.database.write(async (tx) => {
      const row = await this.writable(tx, who, id);
      if (row.verdictVersion !== version) {
        throw conflict({
          version: row.verdictVersion,
          content: verdictContentOf(row),
          updatedAt: row.verdictUpdatedAt?.toISOString() ?? null,
          updatedBy: row.verdictUpdatedByName,
        });
      }
      const at = this.clock.now();
      const saved = await this.steps.saveVerdict(tx, row, content, provenance, { ...who, at });
      if (!saved) throw new WrongState('changed-meanwhile');
      const written = { ...row, verdict: content.verdict, verdictExplanation: content.explanation };
      const workings = await this.reader.workingsOf(tx, await this.reader.planned(tx, row));
      const checks = this.reader.checks(written, workings);
      return { ...saved, savedAt: at.toISOString(), checks };
    });
  }

  private async writable(tx: Tx, who: Principal, id: string): Promise<ReportRow> {
    const row = await this.reader.locked(tx, who, id);
    const facts = factsOf(row, this.clock.today());
    if (mayWrite(facts, who)) return row;
    // The right person at the wrong time is told so; anybody else is not let in at any time.
    throw relationsTo(row, who).includes('owner') ? new WrongState('not-writable') : new Forbidden('not-yours');
  }
}

const conflict = (current: DraftConflict): PreconditionFailed => new PreconditionFailed(current);
