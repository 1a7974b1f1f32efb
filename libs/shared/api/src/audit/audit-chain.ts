import { canonicalJson, sha256Hex } from './canonical-json.js';

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

export interface AuditRecord {
  readonly seq: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: object;
}

export interface ChainedRecord extends AuditRecord {
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash of one event: over everything in it and the hash before it. */
export const auditHash = (record: AuditRecord, previousHash: string): string =>
  sha256Hex(canonicalJson({ ...record, previousHash }));

export type ChainFault = {
  readonly seq: number;
  readonly fault: 'changed' | 'broken-link' | 'missing' | 'head-missing';
};

/** Walks a chain in order; feed it rows one by one, then `finish`. */
export class ChainVerifier {
  readonly faults: ChainFault[] = [];
  head = GENESIS;
  count = 0;
  private readonly seen = new Set<string>();

  constructor(private readonly earlierHead: string | null = null) {
    if (earlierHead === GENESIS) this.seen.add(GENESIS);
  }

  take(row: ChainedRecord): void {
    const { previousHash, hash, ...record } = row;
    if (row.seq !== this.count + 1) this.faults.push({ seq: this.count + 1, fault: 'missing' });
    if (previousHash !== this.head) this.faults.push({ seq: row.seq, fault: 'broken-link' });
    if (auditHash(record, previousHash) !== hash) this.faults.push({ seq: row.seq, fault: 'changed' });
    this.count = row.seq;
    this.head = hash;
    if (hash === this.earlierHead) this.seen.add(hash);
  }

  /** All faults; a head noted earlier that is no longer in the chain shows that its tail was cut. */
  finish(): readonly ChainFault[] {
    if (this.earlierHead !== null && !this.seen.has(this.earlierHead)) {
      this.faults.push({ seq: this.count, fault: 'head-missing' });
    }
    return this.faults;
  }
}
