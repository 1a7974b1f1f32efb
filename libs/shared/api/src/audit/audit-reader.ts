import { periodText } from '@malspar/figures-model';
import {
  type AuditFileQuery,
  auditDueText,
  type AuditFilter,
  type AuditItem,
  AuditCatalogue,
  type AuditQuery,
  auditSubjectText,
} from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { csvCell, csvRows, csvStart } from '../csv/csv.js';
import { Database } from '../database/database.js';
import { BadRequest } from '../errors/common.errors.js';
import { type ActFilter, AuditLogRepository, type TellingByKind } from './audit-log.repository.js';

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
    private readonly catalogue: AuditCatalogue,
  ) {}

  /** Newest first. Throws `BadRequest` for a kind that no domain has declared. */
  async page({ page, limit, ...filter }: AuditQuery): Promise<{ items: AuditItem[]; total: number }> {
    const tx = this.database.read;
    const acts = this.acts(filter);
    const items = await this.repository.items(tx, acts, this.telling(), { offset: (page - 1) * limit, limit });
    return { items, total: await this.repository.count(tx, acts) };
  }

  /** Every act that passes the filter as CSV, piece by piece, so that a log of any length needs little memory. Throws as `page`. */
  file({ language, ...filter }: AuditFileQuery): AsyncGenerator<string> {
    return this.lines(this.acts(filter), language);
  }

  private async *lines(acts: ActFilter, language: AuditFileQuery['language']): AsyncGenerator<string> {
    const flavour = language === 'sv' ? 'swedish-excel' : 'rfc4180';
    yield csvStart(flavour) + csvRows([HEADINGS[language]], flavour);
    for await (const items of this.batches(acts)) {
      yield csvRows(
        items.map((item) => cells(item, language, this.catalogue).map(csvCell)),
        flavour,
      );
    }
  }

  // Each batch goes on below the last row: by offset, what is logged meanwhile would push rows into two batches.
  private async *batches(acts: ActFilter): AsyncGenerator<AuditItem[]> {
    const tx = this.database.read;
    let before: number | undefined;
    for (;;) {
      const items = await this.repository.items(tx, acts, this.telling(), { before, limit: ROWS_AT_A_TIME });
      if (items.length > 0) yield items;
      if (items.length < ROWS_AT_A_TIME) return;
      before = items.at(-1)?.seq;
    }
  }

  private telling(): TellingByKind {
    return Object.fromEntries(this.catalogue.kinds.map(({ name, tells }) => [name, tells]));
  }

  /** What the filter leaves out when it does not name a kind: routine, unless it is asked for. */
  private acts({ signIns, ...filter }: AuditFilter): ActFilter {
    const { kind } = filter;
    if (kind !== undefined && !this.catalogue.has(kind)) {
      throw new BadRequest([{ pointer: '/kind', code: 'invalid-value' }]);
    }
    const routine = this.catalogue.kinds.filter(({ isRoutine }) => isRoutine).map(({ name }) => name);
    return { ...filter, kindsLeftOut: signIns || kind !== undefined ? [] : routine };
  }
}

const cells = (item: AuditItem, language: 'sv' | 'en', catalogue: AuditCatalogue): string[] => [
  String(item.seq),
  item.at,
  item.actorName === 'system' ? 'Målspår' : item.actorName,
  catalogue.kindWord(item.kind, language),
  auditSubjectText(item, language, catalogue, (code) => periodText(code, language)),
  auditDueText(item, language, (date) => date),
  item.reason ?? '',
  item.kind,
  item.subjectType,
  item.subjectId,
  item.hash,
];
