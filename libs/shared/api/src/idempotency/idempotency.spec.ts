import type { Tx } from '../tx/tx.js';
import { Idempotency, IdempotencyKeyReused, type KeyedCall } from './idempotency.js';
import { IdempotencyRepository } from './idempotency.repository.js';

interface Row {
  readonly requestHash: string;
  response: unknown;
}

/** The table without its database: what twins do at the same time is for the spec on a real one. */
class RowsInMemory extends IdempotencyRepository {
  readonly rows = new Map<string, Row>();
  /** As if the one who holds the key were rolled back between the two questions. */
  vanishing = false;

  override claim(_tx: Tx, personId: string, key: string, requestHash: string): Promise<boolean> {
    const place = `${personId} ${key}`;
    const first = !this.rows.has(place);
    if (first) this.rows.set(place, { requestHash, response: null });
    if (this.vanishing) this.rows.delete(place);
    return Promise.resolve(first && !this.vanishing);
  }

  override find(_tx: Tx, personId: string, key: string): Promise<Row | null> {
    return Promise.resolve(this.rows.get(`${personId} ${key}`) ?? null);
  }

  override keep(_tx: Tx, personId: string, key: string, response: unknown): Promise<void> {
    this.rows.get(`${personId} ${key}`)!.response = response;
    return Promise.resolve();
  }
}

// A transaction is opaque to the service.
const TX = {} as Tx;
const CALL: KeyedCall = { key: 'key-0001', personId: 'eva', request: { period: '2025-Q3', area: 'energi' } };

describe('what is asked for with a key', () => {
  let repository: RowsInMemory;
  let idempotency: Idempotency;
  let done: string[];
  const once = (call: KeyedCall, reference: string) =>
    idempotency.once(TX, call, () => {
      done.push(reference);
      return Promise.resolve({ reference });
    });
  beforeEach(() => {
    repository = new RowsInMemory();
    idempotency = new Idempotency(repository);
    done = [];
  });

  it('is done once, and answered alike each time', async () => {
    expect(await idempotency.earlierResponse(TX, CALL)).toBeNull();
    expect(await once(CALL, 'first')).toEqual({ reference: 'first' });
    expect(await once(CALL, 'second')).toEqual({ reference: 'first' });
    expect(await idempotency.earlierResponse(TX, CALL)).toEqual({ response: { reference: 'first' } });
    expect(done).toEqual(['first']);
  });

  it('is the same request in whatever order it names things', async () => {
    await once(CALL, 'first');
    const turned = { ...CALL, request: { area: 'energi', period: '2025-Q3' } };
    expect(await once(turned, 'second')).toEqual({ reference: 'first' });
  });

  it('is done for each key and each person', async () => {
    await once(CALL, 'first');
    await once({ ...CALL, key: 'key-0002' }, 'other key');
    await once({ ...CALL, personId: 'bo' }, 'other person');
    expect(done).toEqual(['first', 'other key', 'other person']);
  });

  it('is refused, and not done, for another request with the same key', async () => {
    await once(CALL, 'first');
    const other = { ...CALL, request: { period: '2025-Q4', area: 'energi' } };
    await expect(once(other, 'second')).rejects.toThrow(IdempotencyKeyReused);
    await expect(idempotency.earlierResponse(TX, other)).rejects.toMatchObject({
      problem: { type: 'idempotency-key-reused', status: 422 },
    });
    expect(done).toEqual(['first']);
  });

  it('is not answered when whoever did it has been taken back', async () => {
    repository.vanishing = true;
    await expect(once(CALL, 'first')).rejects.toThrow('The key was claimed by a call that has since been taken back.');
    expect(done).toEqual([]);
  });
});
