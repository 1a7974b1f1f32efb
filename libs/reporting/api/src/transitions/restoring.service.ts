import {
  entryFields,
  type Fields,
  fieldWriter,
  publishedMarks,
  type ReplacedWording,
  type RevisionContent,
  type StoredFields,
  storedEntry,
  storedVerdict,
  storedYear,
  verdictFields,
  wordingsOver,
  yearFields,
} from '@malspar/reporting-model';
import { Clock, type Tx, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { ReportRepository } from '../reports/report.repository.js';
import type { ReportRow, Writer } from '../reports/report-rows.js';
import { Reports, verdictContentOf, type WrittenReport } from '../reports/reports.js';
import { type KeptWording, RestoringRepository } from './restoring.repository.js';
import type { RevisionOnRow } from './transition.repository.js';

/** Puts a report under correction back to its published revision; what the draft said is kept among earlier wordings. */
@Injectable()
export class RestoringService {
  constructor(
    private readonly reports: Reports,
    private readonly rows: ReportRepository,
    private readonly repository: RestoringRepository,
    private readonly clock: Clock,
  ) {}

  /** Gives the revision that the report then holds; the report's row is the caller's. Throws `WrongState`. */
  async restore(tx: Tx, { id }: ReportRow, actor: Writer): Promise<RevisionOnRow> {
    // Read after the lock: the published revision does not stand on the report's own row.
    const row = await this.rows.find(tx, id, this.clock.today());
    if (!row?.published) throw new WrongState('not-a-correction');
    const { number, sha256, submittedBy, submittedByName, submittedAt, content } = row.published;
    const report = await this.reports.read(tx, row);
    const marks = {
      ofEntries: Object.fromEntries(report.rows.map((entry) => [entry.targetCode, publishedMarks(entry.written)])),
      ofArea: publishedMarks(row.verdictWritten),
    };
    await this.repository.restore(tx, id, actor, marks, this.replaced(report, content, actor));
    return {
      revision: number,
      revisionSha256: sha256,
      submittedBy,
      submittedByName,
      submittedAt: new Date(submittedAt),
      frozen: null,
    };
  }

  /** What the draft says and the published revision does not. */
  private replaced(report: WrittenReport, published: RevisionContent, actor: Writer): KeptWording[] {
    const { row, year } = report;
    const writer = fieldWriter(actor, actor.at);
    const kept = (before: StoredFields, after: Fields): readonly ReplacedWording[] =>
      wordingsOver(before, after, writer, 'reported').kept;
    const ofEntries = published.entries.flatMap(({ targetCode, content }) => {
      const found = report.entry(targetCode);
      if (!found) return [];
      const wordings = kept(storedEntry(found.stored, found.entry.content), entryFields(content));
      return wordings.map((each) => ({ ...each, targetCode }));
    });
    const verdict = storedVerdict(verdictContentOf(row), row.verdictProvenance, row.verdictWritten);
    const ofArea = [
      ...kept(verdict, verdictFields(published.verdict)),
      ...(year && published.year ? kept(storedYear(year, row.verdictWritten), yearFields(published.year)) : []),
    ];
    return [...ofEntries, ...ofArea.map((each) => ({ ...each, targetCode: null }))];
  }
}
