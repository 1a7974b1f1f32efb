import { periodText } from '@malspar/figures-model';
import {
  type AuditFileQuery,
  auditDueText,
  type AuditFilter,
  type AuditEvent,
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
  async page({ page, limit, ...filter }: AuditQuery): Promise<{ items: AuditEvent[]; total: number }> {
    const tx = this.database.read;
    const acts = this.acts(filter);
    const events = await this.repository.events(tx, acts, this.telling(), { offset: (page - 1) * limit, limit });
    return { items: events, total: await this.repository.count(tx, acts) };
  }

  /** Every act that passes the filter as CSV, piece by piece, so that a log of any length needs little memory. Throws as `page`. */
  file({ language, ...filter }: AuditFileQuery): AsyncGenerator<string> {
    return this.lines(this.acts(filter), language);
  }

  private async *lines(acts: ActFilter, language: AuditFileQuery['language']): AsyncGenerator<string> {
    const flavour = language === 'sv' ? 'swedish-excel' : 'rfc4180';
    yield csvStart(flavour) + csvRows([HEADINGS[language]], flavour);
    for await (const events of this.batches(acts)) {
      yield csvRows(
        events.map((event) => cells(event, language, this.catalogue).map(csvCell)),
        flavour,
      );
    }
  }

  // Each batch goes on below the last row: by offset, what is logged meanwhile would push rows into two batches.
  private async *batches(acts: ActFilter): AsyncGenerator<AuditEvent[]> {
    const tx = this.database.read;
    let before: number | undefined;
    for (;;) {
      const events = await this.repository.events(tx, acts, this.telling(), { before, limit: ROWS_AT_A_TIME });
      if (events.length > 0) yield events;
      if (events.length < ROWS_AT_A_TIME) return;
      before = events.at(-1)?.seq;
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

const cells = (event: AuditEvent, language: 'sv' | 'en', catalogue: AuditCatalogue): string[] => [
  String(event.seq),
  event.at,
  event.actorName === 'system' ? 'Målspår' : event.actorName,
  catalogue.kindWord(event.kind, language),
  auditSubjectText(event, language, catalogue, (code) => periodText(code, language)),
  auditDueText(event, language, (date) => date),
  event.reason ?? '',
  event.kind,
  event.subjectType,
  event.subjectId,
  event.hash,
];
