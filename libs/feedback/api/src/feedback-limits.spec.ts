import { networkOf, TooMany } from '@malspar/shared-api';
import { FeedbackLimits, PER_VISITOR } from './feedback-limits.js';

const now = new Date('2026-03-01T10:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('a visitor', () => {
  it('is a code in which the address is not, the same all day and another the next', () => {
    const limits = new FeedbackLimits();
    const code = limits.visitor(networkOf('192.0.2.7'), now);
    expect(code).toMatch(/^[\w-]{43}$/);
    expect(limits.visitor(networkOf('192.0.2.7'), after(3600))).toBe(code);
    expect(limits.visitor(networkOf('192.0.2.8'), now)).not.toBe(code);
    expect(limits.visitor(networkOf('192.0.2.7'), after(86_400))).not.toBe(code);
    expect(new FeedbackLimits().visitor(networkOf('192.0.2.7'), now)).not.toBe(code);
  });

  it('with IPv6 is the whole of their network, however it is written', () => {
    const limits = new FeedbackLimits();
    const [one, ...same] = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8::1:0:0:0:9'].map((address) =>
      limits.visitor(networkOf(address), now),
    );
    expect(same).toEqual([one, one]);
    expect(limits.visitor(networkOf('2001:db8:0:2::1'), now)).not.toBe(one);
  });
});

describe('counting', () => {
  it('stops one visitor and lets the others be', async () => {
    const limits = new FeedbackLimits();
    const tries = await Promise.allSettled(Array.from({ length: 300 }, () => limits.count('one')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(PER_VISITOR.minute);
    const refusal = tries.find((each) => each.status === 'rejected')?.reason as TooMany;
    expect(refusal).toBeInstanceOf(TooMany);
    expect(refusal.problem.retryAfter).toBeGreaterThan(0);
    await expect(limits.count('another')).resolves.toBeUndefined();
  });
});

describe('answering twice about one page', () => {
  let stored: string[];
  let changed: string[];
  let limits: FeedbackLimits;
  beforeEach(() => {
    [stored, changed, limits] = [[], [], new FeedbackLimits()];
  });
  const vote = (helpful: boolean, at = now, path = '/plan', visitor = 'one'): Promise<string> =>
    limits.once(visitor, path, helpful, at, {
      store: async () => Promise.resolve(`id ${stored.push(path)}`),
      change: async (id) => Promise.resolve(void changed.push(id)),
    });

  it('counts once within a minute, also when both come at the same time', async () => {
    expect(await Promise.all([vote(true), vote(true), vote(true, after(59))])).toEqual(['id 1', 'id 1', 'id 1']);
    expect([stored, changed]).toEqual([['/plan'], []]);
    expect(await vote(true, after(61))).toBe('id 2');
  });

  it('counts as it was answered last', async () => {
    await vote(true);
    await vote(false, after(5));
    await vote(false, after(6));
    expect([stored, changed]).toEqual([['/plan'], ['id 1']]);
  });

  it('counts on every page, and for every visitor', async () => {
    await vote(true);
    await vote(true, now, '/');
    await vote(true, now, '/plan', 'another');
    expect(stored).toEqual(['/plan', '/', '/plan']);
  });

  it('is tried again when it could not be stored', async () => {
    const fails = limits.once('one', '/plan', true, now, {
      store: () => Promise.reject(new Error('away')),
      change: () => Promise.resolve(),
    });
    await expect(fails).rejects.toThrow('away');
    expect(await vote(true)).toBe('id 1');
  });
});
