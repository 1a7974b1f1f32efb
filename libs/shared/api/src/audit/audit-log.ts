import type { AuditKind, AuditSubject } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { type Tx } from '../database/database.js';
import { PreconditionFailed } from '../errors/common.errors.js';
import { auditHash, type ChainedRecord, ChainVerifier, GENESIS } from './audit-chain.js';
import type { AuditEventEntity } from './audit-event.entity.js';
import { AuditLogRepository } from './audit-log.repository.js';

export interface AuditEntry {
  readonly kind: AuditKind;
  readonly actor: { readonly personId: string; readonly name: string } | 'system';
  readonly subject: { readonly type: AuditSubject; readonly id: string };
  /** JSON; no personal data beyond what the act is about. */
  readonly data: object;
}

/** The append-only, hash-chained log of every act. Events are appended inside the act's own transaction. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly repository: AuditLogRepository,
    private readonly clock: Clock,
  ) {}

  append(tx: Tx, entry: AuditEntry): Promise<void> {
    return this.appendAll(tx, [entry]);
  }

  async appendAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const last = await this.repository.lockHead(tx);
    const at = this.clock.now().toISOString();
    let previousHash = last?.hash ?? GENESIS;
    const rows = entries.map((entry, index): ChainedRecord => {
      const record = {
        seq: (last?.seq ?? 0) + 1 + index,
        at,
        actorId: entry.actor === 'system' ? null : entry.actor.personId,
        actorName: entry.actor === 'system' ? 'system' : entry.actor.name,
        kind: entry.kind,
        subjectType: entry.subject.type,
        subjectId: entry.subject.id,
        // What the database gives back must be what was hashed: undefined has no place in JSON.
        data: JSON.parse(JSON.stringify(entry.data)) as object,
      };
      const row = { ...record, previousHash, hash: auditHash(record, previousHash) };
      previousHash = row.hash;
      return row;
    });
    await this.repository.insert(tx, rows);
  }

  /**
   * The 412 for a write that is based on an older version: it tells whoever asks whether the last act on the subject
   * was their own, in another tab, or somebody else's.
   */
  async changedMeanwhile(
    tx: Tx,
    who: AuditEntry['actor'],
    subject: AuditEntry['subject'],
    current: unknown,
  ): Promise<PreconditionFailed> {
    const last = await this.repository.lastActorId(tx, subject);
    const own = who !== 'system' && last === who.personId;
    return new PreconditionFailed(current, own ? 'yourself' : 'somebody-else');
  }

  /** The hash of the newest event, for print in a published report. */
  async head(tx: Tx): Promise<string> {
    const [newest] = await this.newest(tx, 1);
    return newest?.hash ?? GENESIS;
  }

  /** The latest events in full, newest first. */
  newest(tx: Tx, limit: number): Promise<AuditEventEntity[]> {
    return this.repository.newest(tx, limit);
  }

  /** Recomputes the whole chain; with a head noted earlier, also finds a cut tail. */
  async verify(tx: Tx, earlierHead: string | null = null): Promise<ChainVerifier> {
    const verifier = new ChainVerifier(earlierHead);
    for (let after = 0; ; after = verifier.count) {
      const rows = await this.repository.after(tx, after, 1000);
      for (const row of rows) verifier.take({ ...row });
      if (rows.length === 0) break;
    }
    verifier.finish();
    return verifier;
  }
}
