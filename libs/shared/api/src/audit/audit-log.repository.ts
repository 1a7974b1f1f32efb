import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { waitForTurn } from '../database/turns.js';
import type { ChainedRecord } from './audit-chain.js';
import { AuditEventEntity } from './audit-event.entity.js';

@Injectable()
export class AuditLogRepository {
  /** Waits for its turn, then gives the chain's last link; the turn lasts until the transaction ends. */
  async lockHead(tx: Tx): Promise<{ seq: number; hash: string } | null> {
    await waitForTurn(tx, 'audit');
    const rows = await tx.query<{ seq: string; hash: string }[]>(
      'SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1',
    );
    return rows[0] ? { seq: Number(rows[0].seq), hash: rows[0].hash } : null;
  }

  async insert(tx: Tx, rows: readonly ChainedRecord[]): Promise<void> {
    for (let start = 0; start < rows.length; start += 500) {
      await tx.insert(AuditEventEntity, rows.slice(start, start + 500));
    }
  }

  async page(tx: Tx, offset: number, limit: number): Promise<[AuditEventEntity[], number]> {
    return tx.findAndCount(AuditEventEntity, { order: { seq: 'DESC' }, skip: offset, take: limit });
  }

  /** The next rows after `seq`, in order. */
  after(tx: Tx, seq: number, limit: number): Promise<AuditEventEntity[]> {
    return tx
      .createQueryBuilder(AuditEventEntity, 'event')
      .where('event.seq > :seq', { seq })
      .orderBy('event.seq')
      .take(limit)
      .getMany();
  }
}
