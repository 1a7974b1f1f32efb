import { testsNamed } from './chosen-tests.mjs';
import SlowestFirst, { SLOWEST } from './slowest-first.mjs';

const tests = (...paths) =>
  paths.map((path) => ({
    path: `/checkout/${path}`,
    context: { config: { cache: false }, hasteFS: { getSize: () => 1 } },
  }));
const order = async (...paths) =>
  (await new SlowestFirst({}).sort(tests(...paths))).map(({ path }) => path.replace('/checkout/', ''));

describe('the order of spec files', () => {
  it('has the slowest first, whatever jest knows of them', async () => {
    const [first, second] = SLOWEST;
    const sorted = await order('a.spec.ts', second, 'b.spec.ts', first);
    expect(sorted.slice(0, 2)).toEqual([first, second]);
    expect(sorted.slice(2).sort()).toEqual(['a.spec.ts', 'b.spec.ts']);
  });

  it('names files that are there', () => {
    expect(testsNamed(SLOWEST)).toEqual([...SLOWEST].sort());
  });
});
