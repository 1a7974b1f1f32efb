import { periodText } from '@malspar/shared-charts';
import {
  type AuditFileQuery,
  auditDueText,
  type AuditFilter,
  type AuditItem,
  auditKindWord,
  type AuditQuery,
  auditSubjectText,
} from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { csvCell, csvRows, csvStart } from '../csv/csv.js';
import { Database } from '../database/database.js';
import { AuditLogRepository } from './audit-log.repository.js';

const HEADINGS = {
  sv: ['Nr', 'Tidpunkt', 'Vem', 'Vad', 'Gäller', 'Uppgift', 'Skäl', 'Händelse', 'Typ', 'Id', 'Kontrollvärde'],
  en: ['No.', 'Time', 'Who', 'What', 'Concerns', 'Detail', 'Reason', 'Event', 'Type', 'Id', 'Hash'],
} as const;
const ROWS_AT_A_TIME = 1000;

/** The log as it is read: page by page, or whole as a file. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly database: Database,
    private readonly repository: AuditLogRepository,
  ) {}

  /** Newest first. */
  async page({ page, limit, ...filter }: AuditQuery): Promise<{ items: AuditItem[]; total: number }> {
    const tx = this.database.read;
    const items = await this.repository.items(tx, filter, { offset: (page - 1) * limit, limit });
    return { items, total: await this.repository.count(tx, filter) };
  }

  /** Every act that passes the filter as CSV, piece by piece, so that a log of any length needs little memory. */
  async *file({ language, ...filter }: AuditFileQuery): AsyncGenerator<string> {
    const flavour = language === 'sv' ? 'swedish-excel' : 'rfc4180';
    yield csvStart(flavour) + csvRows([HEADINGS[language]], flavour);
    for await (const items of this.batches(filter)) {
      yield csvRows(
        items.map((item) => cells(item, language).map(csvCell)),
        flavour,
      );
    }
  }

  // Each batch goes on below the last row: by offset, what is logged meanwhile would push rows into two batches.
  private async *batches(filter: AuditFilter): AsyncGenerator<AuditItem[]> {
    const tx = this.database.read;
    let before: number | undefined;
    for (;;) {
      const items = await this.repository.items(tx, filter, { before, limit: ROWS_AT_A_TIME });
      if (items.length > 0) yield items;
      if (items.length < ROWS_AT_A_TIME) return;
      before = items.at(-1)?.seq;
    }
  }
}

const cells = (item: AuditItem, language: 'sv' | 'en'): string[] => [
  String(item.seq),
  item.at,
  item.actorName === 'system' ? 'Målspår' : item.actorName,
  auditKindWord(item.kind, language),
  auditSubjectText(item, language, (code) => periodText(code, language)),
  auditDueText(item, language, (date) => date),
  item.reason ?? '',
  item.kind,
  item.subjectType,
  item.subjectId,
  item.hash,
];
