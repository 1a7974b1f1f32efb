import { AuditCatalogue, type AuditKind } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import type * as z from 'zod';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../tx/tx.js';
import { PreconditionFailed } from '../errors/common.errors.js';
import { auditHash, type ChainedRecord, ChainVerifier, GENESIS } from './audit-chain.js';
import type { AuditEventEntity } from './audit-event.entity.js';
import { AuditLogRepository } from './audit-log.repository.js';

export type AuditActor = { readonly personId: string; readonly name: string } | 'system';

/** One act to be logged: of a declared kind, with the data that the kind declares. */
export interface NewAuditEvent<K extends AuditKind = AuditKind> {
  readonly kind: K;
  readonly actor: AuditActor;
  /** The id of what it is about; of which type that is, the kind says. */
  readonly subjectId: string;
  readonly data: z.input<K['data']>;
}

/** The append-only, hash-chained log of every act. Events are appended inside the act's own transaction. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly repository: AuditLogRepository,
    private readonly catalogue: AuditCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Throws, and the act with it, when no domain has declared the kind or the data is not what it declares. */
  append<K extends AuditKind>(tx: Tx, event: NewAuditEvent<K>): Promise<void> {
    return this.appendAll(tx, [event]);
  }

  async appendAll<K extends AuditKind>(tx: Tx, events: readonly NewAuditEvent<K>[]): Promise<void> {
    if (events.length === 0) return;
    const last = await this.repository.lockHead(tx);
    const at = this.clock.now().toISOString();
    let previousHash = last?.hash ?? GENESIS;
    const rows = events.map(({ kind, actor, subjectId, data }, index): ChainedRecord => {
      const record = {
        seq: (last?.seq ?? 0) + 1 + index,
        at,
        actorId: actor === 'system' ? null : actor.personId,
        actorName: actor === 'system' ? 'system' : actor.name,
        kind: kind.name,
        subjectType: kind.subject,
        subjectId,
        data: this.declared(kind, data),
      };
      const row = { ...record, previousHash, hash: auditHash(record, previousHash) };
      previousHash = row.hash;
      return row;
    });
    await this.repository.insert(tx, rows);
  }

  /** The data as it is stored: what the database gives back must be what was hashed, and undefined has no place in JSON. */
  private declared(kind: AuditKind, data: unknown): object {
    if (!this.catalogue.holds(kind)) throw new Error(`No domain has declared the audit kind ${kind.name}`);
    const json = JSON.parse(JSON.stringify(data)) as object;
    kind.data.parse(json);
    return json;
  }

  /**
   * The 412 for a write that is based on an older version: it tells whoever asks whether the last act on the subject
   * was their own, in another tab, or somebody else's.
   */
  async changedMeanwhile(
    tx: Tx,
    who: AuditActor,
    subject: { readonly type: string; readonly id: string },
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
