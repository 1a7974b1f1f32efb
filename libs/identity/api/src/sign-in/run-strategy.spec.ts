import { runStrategy, type StrategyActions } from './run-strategy.js';

type Start = (this: StrategyActions) => void;
const run = (start: Start, timeout?: number) => runStrategy({ start }, {}, null, {}, timeout);

test('the first action settles it', async () => {
  const outcome = await run(function () {
    this.fail('state');
    this.success({ oid: 'somebody' });
  });
  expect(outcome).toEqual({ kind: 'failure', message: 'state' });
});

test('silence ends in an error', async () => {
  expect(await run(() => undefined, 20)).toEqual({ kind: 'error', message: 'timed out' });
});

test('an error that is none gives away nothing', async () => {
  expect(
    await run(function () {
      this.error({ secret: 'x' });
    }),
  ).toEqual({ kind: 'error', message: 'unknown' });
});
