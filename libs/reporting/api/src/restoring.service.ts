import {
  entryFields,
  type Fields,
  type ReplacedWording,
  type RevisionContent,
  verdictFields,
  yearFields,
} from '@malspar/reporting-model';
import { Clock, type Tx, WrongState } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import type { Writer } from './entry.repository.js';
import { verdictContentOf } from './report-assembly.js';
import { ReportReader } from './report-reader.js';
import { type ReportRow, ReportRepository } from './report.repository.js';
import type { RevisionOnRow } from './report-step.repository.js';
import { type KeptWording, RestoringRepository } from './restoring.repository.js';
import {
  fieldWriter,
  type StoredAnswer,
  storedEntry,
  storedVerdict,
  storedYear,
  wordingsOver,
} from './stored-answers.js';

/** Puts a report under correction back to its published revision; what the draft said is kept among earlier wordings. */
@Injectable()
export class RestoringService {
  constructor(
    private readonly reader: ReportReader,
    private readonly reports: ReportRepository,
    private readonly repository: RestoringRepository,
    private readonly clock: Clock,
  ) {}

  /** Gives the revision that the report then holds; the report's row is the caller's. Throws `WrongState`. */
  async restore(tx: Tx, { id }: ReportRow, actor: Writer): Promise<RevisionOnRow> {
    // Read after the lock: the published revision does not stand on the report's own row.
    const row = await this.reports.find(tx, id, this.clock.today());
    if (!row?.published) throw new WrongState('not-a-correction');
    const { number, sha256, submittedBy, submittedByName, submittedAt, content } = row.published;
    await this.repository.restore(tx, id, actor, await this.replaced(tx, row, content, actor));
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
  private async replaced(tx: Tx, row: ReportRow, published: RevisionContent, actor: Writer): Promise<KeptWording[]> {
    const { rows, entries, year } = await this.reader.workingsOf(tx, await this.reader.planned(tx, row));
    const writer = fieldWriter(actor, actor.at);
    const kept = (answer: StoredAnswer, after: Fields): readonly ReplacedWording[] =>
      wordingsOver(answer, after, writer, 'reported').kept;
    const ofEntries = published.entries.flatMap(({ targetCode, content }) => {
      const stored = rows.find((each) => each.targetCode === targetCode);
      const entry = entries.find((each) => each.targetCode === targetCode);
      if (!stored || !entry) return [];
      const wordings = kept(storedEntry(stored, entry.content), entryFields(content));
      return wordings.map((each) => ({ ...each, targetCode }));
    });
    const ofArea = [
      ...kept(storedVerdict(row, verdictContentOf(row)), verdictFields(published.verdict)),
      ...(year && published.year ? kept(storedYear(row, year), yearFields(published.year)) : []),
    ];
    return [...ofEntries, ...ofArea.map((each) => ({ ...each, targetCode: null }))];
  }
}
