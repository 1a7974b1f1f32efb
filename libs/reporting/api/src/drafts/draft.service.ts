import {
  contentFaults,
  type DraftConflict,
  type DraftSaved,
  type EarlierWording,
  EntryContent,
  entryFields,
  fieldWriter,
  mayWrite,
  originAfter,
  relationsTo,
  storedEntry,
  storedVerdict,
  storedYear,
  VerdictContent,
  verdictFields,
  withCanonicalNumbers,
  wordingsOver,
  YearContent,
  yearFaults,
  yearFields,
  yearOriginsAfter,
} from '@malspar/reporting-model';
import type { PageQuery, Principal, Provenance } from '@malspar/shared-model';
import {
  AuthorizedWrites,
  Clock,
  Database,
  Invalid,
  NotFound,
  PreconditionFailed,
  type Tx,
  validated,
  WrongState,
} from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { ReportRepository } from '../reports/report.repository.js';
import type { ReportRow } from '../reports/report-rows.js';
import { factsOf, Reports, verdictContentOf } from '../reports/reports.js';
import { DraftWordingRepository, type WordingsOf } from './draft-wording.repository.js';

/** Writes in drafts. Nobody's words are overwritten unseen: each write names the version it is based on. */
@Injectable()
export class DraftService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly reports: Reports,
    private readonly repository: ReportRepository,
    private readonly wordings: DraftWordingRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes one entry. Throws `PreconditionFailed` with what the server holds when somebody else was first, `Invalid`
   * for content that can never be, `Forbidden`, `AssignmentEnded` or `WrongState` when the report is not this person's
   * to write in now.
   */
  async writeEntry(
    by: Principal,
    id: string,
    targetCode: string,
    version: number,
    input: EntryContent,
    provenance: Provenance = 'reported',
  ): Promise<DraftSaved> {
    const content = withCanonicalNumbers(validated(EntryContent, input));
    return this.writes.write(by, 'report.write', async (tx, who) => {
      const report = await this.reports.read(tx, await this.writable(tx, who, id));
      const found = report.entry(targetCode);
      if (!found) throw new NotFound();
      const { entry, stored } = found;
      if (entry.version !== version) {
        const { content: theirs, updatedAt, updatedBy } = entry;
        const byYourself = stored.updatedBy === who.personId;
        throw conflict({ version: entry.version, content: theirs, updatedAt, updatedBy, byYourself });
      }
      const faults = contentFaults(content, entry, report.row.period);
      if (faults.length > 0) throw new Invalid(faults);
      const at = this.clock.now();
      const [before, after] = [storedEntry(stored, entry.content), entryFields(content)];
      const wordings = wordingsOver(before, after, fieldWriter(who, at), provenance);
      const origins = { ofFields: originAfter(before, after, provenance).provenance, ofValues: provenance };
      const saved = await this.repository.saveEntry(tx, stored, content, origins, { ...who, at }, wordings);
      if (!saved) throw new WrongState('changed-meanwhile');
      const entries = report.entries.map((each) => (each === entry ? { ...entry, content } : each));
      return {
        ...saved,
        savedAt: at.toISOString(),
        checks: report.checks({ entries }),
        keptWordings: wordings.kept.map(({ field }) => field),
      };
    });
  }

  /** Writes the area's verdict; throws as `writeEntry`. */
  async writeVerdict(
    by: Principal,
    id: string,
    version: number,
    input: VerdictContent,
    provenance: Provenance = 'reported',
  ): Promise<DraftSaved> {
    const content = validated(VerdictContent, input);
    return this.writes.write(by, 'report.write', async (tx, who) => {
      const row = await this.writable(tx, who, id);
      if (row.verdictVersion !== version) {
        throw conflict({
          version: row.verdictVersion,
          content: verdictContentOf(row),
          updatedAt: row.verdictUpdatedAt?.toISOString() ?? null,
          updatedBy: row.verdictUpdatedByName,
          byYourself: row.verdictUpdatedBy === who.personId,
        });
      }
      const at = this.clock.now();
      const [before, after] = [
        storedVerdict(verdictContentOf(row), row.verdictProvenance, row.verdictWritten),
        verdictFields(content),
      ];
      const wordings = wordingsOver(before, after, fieldWriter(who, at), provenance);
      const origin = originAfter(before, after, provenance);
      const saved = await this.repository.saveVerdict(tx, row, content, origin.provenance, { ...who, at }, wordings);
      if (!saved) throw new WrongState('changed-meanwhile');
      const checks = (await this.reports.read(tx, row)).checks({ verdictContent: content });
      const keptWordings = wordings.kept.map(({ field }) => field);
      return { ...saved, savedAt: at.toISOString(), checks, keptWordings };
    });
  }

  /** Writes what is said of the whole year; throws as `writeEntry`, and `NotFound` where the period is not a year's last. */
  async writeYear(
    by: Principal,
    id: string,
    version: number,
    input: YearContent,
    provenance: Provenance = 'reported',
  ): Promise<DraftSaved> {
    const content = validated(YearContent, input);
    return this.writes.write(by, 'report.write', async (tx, who) => {
      const row = await this.writable(tx, who, id);
      const report = await this.reports.read(tx, row);
      const { year } = report;
      if (!year) throw new NotFound();
      if (year.version !== version) {
        const { content: theirs, updatedAt, updatedBy } = year;
        const byYourself = row.yearUpdatedBy === who.personId;
        throw conflict({ version: year.version, content: theirs, updatedAt, updatedBy, byYourself });
      }
      const faults = yearFaults(
        content,
        report.entries.map(({ targetCode }) => targetCode),
      );
      if (faults.length > 0) throw new Invalid(faults);
      const at = this.clock.now();
      const [before, after] = [storedYear(year, row.verdictWritten), yearFields(content)];
      const wordings = wordingsOver(before, after, fieldWriter(who, at), provenance);
      const origins = yearOriginsAfter({ ...year, ...before }, after, provenance);
      const saved = await this.repository.saveYear(tx, row, content, origins, { ...who, at }, wordings);
      if (!saved) throw new WrongState('changed-meanwhile');
      const checks = report.checks({ year: { ...year, content } });
      const keptWordings = wordings.kept.map(({ field }) => field);
      return { ...saved, savedAt: at.toISOString(), checks, keptWordings };
    });
  }

  /**
   * One page of what the draft's fields said before, newest first: of the whole report, of one target (null: of the
   * verdict and the year), or of one field and what is below it. Throws as `writeEntry`.
   */
  async earlierWordings(
    who: Principal,
    id: string,
    { page, limit, ...of }: PageQuery & WordingsOf,
  ): Promise<{ items: EarlierWording[]; page: number; limit: number; total: number }> {
    const tx = this.database.read;
    await this.demandWritable(tx, await this.reports.known(tx, who, id), who);
    const { items, total } = await this.wordings.page(tx, id, { ...of, page, limit });
    return { items, page, limit, total };
  }

  private async writable(tx: Tx, who: Principal, id: string): Promise<ReportRow> {
    const row = await this.reports.locked(tx, who, id);
    await this.demandWritable(tx, row, who);
    return row;
  }

  private async demandWritable(tx: Tx, row: ReportRow, who: Principal): Promise<void> {
    const facts = factsOf(row, this.clock.today());
    if (mayWrite(facts, who)) return;
    // The right person at the wrong time is told so; anybody else is not let in at any time.
    if (relationsTo(row, who).includes('owner')) throw new WrongState('not-writable');
    throw await this.reports.notTheirs(tx, who, row);
  }
}

const conflict = (current: DraftConflict): PreconditionFailed =>
  new PreconditionFailed(current, current.byYourself ? 'yourself' : 'somebody-else');
