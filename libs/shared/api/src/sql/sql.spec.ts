import { allHold, json, named, sql, typed, word, wordList } from './sql.js';

describe('a statement', () => {
  it('has its values as numbered parameters, in the order they stand', () => {
    const [id, codes] = ['a', ['E1', 'E2']];
    expect(sql`SELECT 1 FROM entry WHERE report_id = ${id} AND target_code = ANY (${codes})`.call).toEqual({
      text: 'SELECT 1 FROM entry WHERE report_id = $1 AND target_code = ANY ($2)',
      values: [id, codes],
    });
  });

  it('never takes a value for text, whatever stands in it', () => {
    const { text, values } = sql`SELECT ${"'; DROP TABLE report; --"}`.call;
    expect([text, values]).toEqual(['SELECT $1', ["'; DROP TABLE report; --"]]);
  });

  it('is put together of parts, with the values of each in their places', () => {
    const open = sql`state = ${'draft'} AND due_on < ${'2025-01-01'}`;
    const own = sql`(${open} OR owner = ${7})`;
    expect(sql`SELECT ${sql`id`} FROM report WHERE ${own} LIMIT ${10}`.call).toEqual({
      text: 'SELECT id FROM report WHERE (state = $1 AND due_on < $2 OR owner = $3) LIMIT $4',
      values: ['draft', '2025-01-01', 7, 10],
    });
  });

  it('sends a value once that stands in it several times, with its type, also where parts share it', () => {
    const day = typed('2025-01-01', 'date');
    const inForce = sql`starts_on <= ${day} AND ends_on >= ${day}`;
    expect(sql`SELECT ${day} WHERE ${inForce} AND id = ${'a'}`.call).toEqual({
      text: 'SELECT $1::date WHERE starts_on <= $1::date AND ends_on >= $1::date AND id = $2',
      values: ['2025-01-01', 'a'],
    });
  });

  it('has the same text whatever the values are, also where they happen to be equal: it is prepared once', () => {
    const find = (a: string | null, b: string | null) => sql`SELECT ${a}, ${typed(b, 'text')}, ${json(b)}`.call.text;
    expect(new Set([find('a', 'b'), find('a', 'a'), find(null, null)])).toEqual(
      new Set(['SELECT $1, $2::text, $3::jsonb']),
    );
  });

  it('writes a value as JSON, and none as none', () => {
    expect(sql`SELECT ${json([{ a: 'é' }])}, ${json(null)}`.call.values).toEqual(['[{"a":"é"}]', null]);
  });

  it('asks for all of some conditions, however many they are', () => {
    expect(sql`WHERE ${allHold([sql`a = ${1}`, sql`b = ${2}`])}`.call).toEqual({
      text: 'WHERE true AND a = $1 AND b = $2',
      values: [1, 2],
    });
    expect(sql`WHERE ${allHold([])}`.call.text).toBe('WHERE true');
  });

  it('takes words of the model and names as text, and nothing else', () => {
    expect(sql`state IN ${wordList(['draft', 'on_track'])} OR state = ${word('returned')}`.call.text).toBe(
      "state IN ('draft', 'on_track') OR state = 'returned'",
    );
    expect(sql`SELECT ${named('e.written')}`.call.text).toBe('SELECT e.written');
    for (const text of ["a'b", 'a b', '', 'A', 'a;']) {
      expect(() => word(text)).toThrow('Not a word');
      expect(() => named(text)).toThrow('Not a name');
    }
  });
});
