import { preparedCall, StatementNames } from './statement-names.js';

const callback = (): void => undefined;

describe('a statement', () => {
  it('is prepared under one name the second time it is sent', () => {
    const names = new StatementNames();
    const sent = [1, 2, 3].map((id) => preparedCall(['SELECT $1', [id], callback], names));
    expect(sent).toEqual([
      ['SELECT $1', [1], callback],
      [{ name: 'statement-1', text: 'SELECT $1', values: [2] }, callback],
      [{ name: 'statement-1', text: 'SELECT $1', values: [3] }, callback],
    ]);
  });

  it.each([
    ['without parameters', ['BEGIN']],
    ['with none in its list', ['BEGIN', []]],
    ['that is an object already', [{ text: 'SELECT $1', values: [1] }]],
  ])('%s is sent unprepared, however often', (_, call) => {
    const names = new StatementNames();
    for (const again of [1, 2, 3]) expect([again, preparedCall(call, names)]).toEqual([again, call]);
  });

  it('is not prepared when the cache is full', () => {
    const names = new StatementNames(2);
    const nameOf = (text: string) => [names.of(text), names.of(text)].at(-1);
    expect(['a', 'b', 'c', 'a'].map(nameOf)).toEqual(['statement-1', 'statement-2', undefined, 'statement-1']);
  });

  it('that is sent only once takes no cache slot from one that is sent again', () => {
    const names = new StatementNames(2);
    for (let once = 0; once < 9; once++) names.of(`once ${once}`);
    expect([names.of('a'), names.of('a')]).toEqual([undefined, 'statement-1']);
  });
});
