import { jest } from '@jest/globals';
import { SaveQueue } from './save-queue';

describe('a queue of saves', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('runs one save at a time, and the last pause asked for', async () => {
    const running: (() => void)[] = [];
    const saves = new SaveQueue(() => new Promise((resolve) => running.push(resolve)));
    saves.after(100);
    saves.after(800);
    await jest.advanceTimersByTimeAsync(799);
    expect(running).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    const second = saves.now();
    await jest.advanceTimersByTimeAsync(0);
    expect([running.length, saves.isBusy]).toEqual([1, true]);
    running[0]?.();
    await jest.advanceTimersByTimeAsync(0);
    expect([running.length, saves.isBusy]).toEqual([2, true]);
    running[1]?.();
    await second;
    expect(saves.isBusy).toBe(false);
  });

  it('waits longer for each failure in a row, and as long as the server asks', async () => {
    let tries = 0;
    const saves = new SaveQueue(() => Promise.resolve(void tries++));
    const triesWithin = async (ms: number) => {
      const before = tries;
      await jest.advanceTimersByTimeAsync(ms);
      return tries - before;
    };
    saves.afterFailure(null);
    expect([await triesWithin(1_999), await triesWithin(1)]).toEqual([0, 1]);
    saves.afterFailure(null);
    expect([await triesWithin(4_999), await triesWithin(1)]).toEqual([0, 1]);
    saves.afterFailure(60_000);
    expect([await triesWithin(59_999), await triesWithin(1)]).toEqual([0, 1]);
    saves.succeeded();
    saves.afterFailure(null);
    expect([await triesWithin(1_999), await triesWithin(1)]).toEqual([0, 1]);
  });
});
