import { aSummary } from '../testing/report-fixture';
import { following, queueOf } from './review-queue';

const waiting = (id: string, daysLeft: number, stateSince: string) =>
  aSummary({ id, daysLeft, stateSince, state: 'submitted', waitsForMe: 'endorse' });

describe('following', () => {
  const queue = ['a', 'b', 'c'].map((id) => waiting(id, 1, '2026-01-14T08:00:00Z'));
  it.each([
    ['a', 'b'],
    ['c', 'a'],
    ['one that was just decided', 'a'],
  ])('leads on from %s to %s, through the whole queue', (from, to) => expect(following(queue, from)?.id).toBe(to));

  it('leads nowhere from the only one, and from none', () => {
    expect(following(queue.slice(0, 1), 'a')).toBeNull();
    expect(following([], 'a')).toBeNull();
  });
});

describe('queueOf', () => {
  it('puts the nearest deadline first, and among equals the one that has waited longest', () => {
    const { waiting: queue } = queueOf([
      waiting('new', 12, '2026-01-14T08:00:00Z'),
      waiting('late', -2, '2026-01-15T08:00:00Z'),
      waiting('old', 12, '2026-01-10T08:00:00Z'),
    ]);
    expect(queue.map((report) => report.id)).toEqual(['late', 'old', 'new']);
  });

  it('keeps apart what waits for somebody else', () => {
    const returned = aSummary({ id: 'returned', state: 'returned', waitsForMe: null });
    // What the same person has to write herself is not a decision.
    const own = aSummary({ id: 'own', state: 'returned', waitsForMe: 'reply' });
    const queue = queueOf([returned, own, waiting('mine', 1, '2026-01-14T08:00:00Z')]);
    expect(queue.waiting.map((report) => report.id)).toEqual(['mine']);
    expect(queue.elsewhere.map((report) => report.id)).toEqual(['returned', 'own']);
  });
});
