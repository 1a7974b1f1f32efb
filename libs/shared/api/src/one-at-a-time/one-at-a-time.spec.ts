import { OneAtATime } from './one-at-a-time.js';

describe('work done one at a time', () => {
  it('begins when what was asked for before has ended, also badly', async () => {
    const turns = new OneAtATime();
    const seen: string[] = [];
    const work = (name: string, fails = false) =>
      turns.do(async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const all = await Promise.allSettled([work('first'), work('second', true), work('third')]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });
});
