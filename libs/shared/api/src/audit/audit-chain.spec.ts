import { auditHash, type AuditRecord, type ChainedRecord, ChainVerifier, GENESIS } from './audit-chain.js';

const record: AuditRecord = {
  seq: 1,
  at: '2025-10-01T09:00:00.000Z',
  actorId: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60',
  actorName: 'Åsa Öberg',
  kind: 'report.submit',
  subjectType: 'report',
  subjectId: 'r1',
  data: { reference: '2025-Q3-1-1' },
};

const changes: Record<keyof AuditRecord, AuditRecord[keyof AuditRecord]> = {
  seq: 2,
  at: '2025-10-01T09:00:00.001Z',
  actorId: null,
  actorName: 'Asa Oberg',
  kind: 'report.approve',
  subjectType: 'period',
  subjectId: 'r2',
  data: { reference: '2025-Q3-1-2' },
};

describe('the hash of an audit event', () => {
  it('covers the hash of the event before it', () => {
    const hash = auditHash(record, GENESIS);
    expect(hash).toBe(auditHash({ ...record }, GENESIS));
    expect(auditHash(record, 'f'.repeat(64))).not.toBe(hash);
  });

  it.each(Object.entries(changes))('covers %s', (name, value) => {
    expect(auditHash({ ...record, [name]: value }, GENESIS)).not.toBe(auditHash(record, GENESIS));
  });
});

describe('a chain whose middle event was replaced, with every hash of its own right', () => {
  const chained = (seq: number, previousHash: string, actorName = record.actorName): ChainedRecord => {
    const own = { ...record, seq, actorName };
    return { ...own, previousHash, hash: auditHash(own, previousHash) };
  };
  const first = chained(1, GENESIS);
  const second = chained(2, first.hash);
  const third = chained(3, second.hash);

  const faultsOf = (...rows: ChainedRecord[]) => {
    const verifier = new ChainVerifier();
    for (const row of rows) verifier.take(row);
    return verifier.finish();
  };

  it('is found by the event after it', () => {
    expect(faultsOf(first, second, third)).toEqual([]);
    expect(faultsOf(first, chained(2, first.hash, 'Någon annan'), third)).toEqual([{ seq: 3, fault: 'broken-link' }]);
  });

  it('is found even when the events after it point at the replacement, since their own hashes no longer agree', () => {
    const replaced = chained(2, first.hash, 'Någon annan');
    expect(faultsOf(first, replaced, { ...third, previousHash: replaced.hash })).toEqual([
      { seq: 3, fault: 'changed' },
    ]);
  });
});

describe('a chain that was cut', () => {
  const rows: ChainedRecord[] = [];
  for (let seq = 1; seq <= 4; seq++) {
    const previousHash = rows.at(-1)?.hash ?? GENESIS;
    const own = { ...record, seq };
    rows.push({ ...own, previousHash, hash: auditHash(own, previousHash) });
  }
  const [first, second, third, fourth] = rows as [ChainedRecord, ChainedRecord, ChainedRecord, ChainedRecord];

  const verified = (chain: readonly ChainedRecord[], earlierHead?: string | null) => {
    const verifier = new ChainVerifier(earlierHead);
    for (const row of chain) verifier.take(row);
    return { faults: verifier.finish(), head: verifier.head, count: verifier.count };
  };

  it('begins from a hash that is none', () => {
    expect(GENESIS).toMatch(/^0{64}$/);
    expect(verified([])).toEqual({ faults: [], head: GENESIS, count: 0 });
  });

  it('says where an event is gone from its middle, and goes on from there', () => {
    expect(verified([first, second, fourth])).toEqual({
      faults: [
        { seq: 3, fault: 'missing' },
        { seq: 4, fault: 'broken-link' },
      ],
      head: fourth.hash,
      count: 4,
    });
  });

  it('says that its beginning is gone', () => {
    expect(verified([second, third]).faults).toEqual([
      { seq: 1, fault: 'missing' },
      { seq: 2, fault: 'broken-link' },
    ]);
  });

  it('hides the loss of its end from whoever noted no head', () => {
    expect(verified([first, second]).faults).toEqual([]);
    expect(verified([first, second], null).faults).toEqual([]);
  });

  it.each([
    ['the head', rows, fourth.hash],
    ['an earlier one', rows, second.hash],
    ['the one before all events', rows, GENESIS],
    ['the one before all events, when there are none', [], GENESIS],
  ])('holds the head that was noted: %s', (_, chain, head) => expect(verified(chain, head).faults).toEqual([]));

  it('lacks the head that was noted before its end was cut off', () => {
    expect(verified([first, second], third.hash).faults).toEqual([{ seq: 2, fault: 'head-missing' }]);
    expect(verified([], first.hash).faults).toEqual([{ seq: 0, fault: 'head-missing' }]);
  });
});
