import { randomUUID } from 'node:crypto';
import { CHARACTERS_LOST, type FieldWriter, replacedWordings, STOOD_MS } from './earlier-wordings.js';

const ANNA = { personId: randomUUID(), name: 'Anna Ägare' };
const DORIS = { personId: randomUUID(), name: 'Doris Vikarie' };
const START = Date.parse('2026-01-10T09:00:00Z');
const at = (who: typeof ANNA, ms: number): FieldWriter => ({ ...who, at: new Date(START + ms).toISOString() });
const kept = (before: string, after: string, last: FieldWriter | null, now: FieldWriter): string[] =>
  replacedWordings({ comment: before }, { comment: after }, last ? { comment: last } : {}, now).kept.map(
    ({ text }) => text,
  );

/** One field saved over and over: every wording that was kept, and the one that stands. */
function saved(saves: readonly (readonly [text: string, writer: FieldWriter])[]): string[] {
  let [text, written]: [string, Record<string, FieldWriter>] = ['', {}];
  const history: string[] = [];
  for (const [next, writer] of saves) {
    const outcome = replacedWordings({ comment: text }, { comment: next }, written, writer);
    history.push(...outcome.kept.map((each) => each.text));
    written = { ...written, ...outcome.written };
    text = next;
  }
  return [...history, text];
}

describe('wordings that a save replaces', () => {
  it('are not kept while the same person goes on writing', () => {
    expect(kept('Vi byter', 'Vi byter bilar', at(ANNA, 0), at(ANNA, 1_000))).toEqual([]);
  });

  it('are kept once they have stood, to the very millisecond', () => {
    expect(kept('Ett', 'Ett två', at(ANNA, 0), at(ANNA, STOOD_MS - 1))).toEqual([]);
    expect(kept('Ett', 'Ett två', at(ANNA, 0), at(ANNA, STOOD_MS))).toEqual(['Ett']);
  });

  it('are kept when they were somebody else’s, however short a time they stood', () => {
    expect(kept('Annas ord', 'Annas ord.', at(ANNA, 0), at(DORIS, 1))).toEqual(['Annas ord']);
  });

  it('are kept when much of them goes at once, wherever in the text it was', () => {
    const text = 'Åtgärden är beslutad. Fordonen byts ut i vår. Ansvaret ligger på driften.';
    const without = text.replace(' Fordonen byts ut i vår.', '');
    for (const after of ['', 'Å', without, `${'x'.repeat(200)}`]) {
      expect(kept(text, after, at(ANNA, 0), at(ANNA, 1_000))).toEqual([text]);
    }
    const short = 'a'.repeat(CHARACTERS_LOST - 1);
    expect(kept(short, '', at(ANNA, 0), at(ANNA, 1_000))).toEqual([]);
    expect(kept(`${short}a`, '', at(ANNA, 0), at(ANNA, 1_000))).toEqual([`${short}a`]);
  });

  it('are kept when nobody knows who wrote them, and never when they were empty', () => {
    expect(kept('Från förr', 'Nytt', null, at(ANNA, 0))).toEqual(['Från förr']);
    expect(kept('', 'Nytt', null, at(ANNA, 0))).toEqual([]);
  });

  it('name who wrote them and when', () => {
    const last = at(ANNA, 0);
    const { kept: wordings } = replacedWordings({ comment: 'Ett' }, {}, { comment: last }, at(DORIS, 5));
    expect(wordings).toEqual([{ field: 'comment', text: 'Ett', writtenBy: 'Anna Ägare', writtenAt: last.at }]);
  });

  it('leave fields alone that say the same', () => {
    const outcome = replacedWordings({ comment: 'A', assessment: 'x' }, { comment: 'A' }, {}, at(ANNA, 0));
    expect(Object.keys(outcome.written)).toEqual(['assessment']);
    expect(outcome.kept.map(({ field }) => field)).toEqual(['assessment']);
  });

  it('never lose a text that stood, in random sittings of two people', () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    let state = seed;
    const below = (bound: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state % bound;
    };
    for (let sitting = 0; sitting < 200; sitting++) {
      let [time, text] = [0, ''];
      const saves = Array.from({ length: 20 }, (): [string, FieldWriter] => {
        time += below(2) === 0 ? 900 : STOOD_MS + below(1_000);
        text = below(4) === 0 ? text.slice(0, below(text.length + 1)) : `${text} ord${below(1_000)}`;
        return [text, at(below(3) === 0 ? DORIS : ANNA, time)];
      });
      const history = new Set(saved(saves));
      for (const [index, [stood, writer]] of saves.entries()) {
        const next = saves.slice(index + 1).find(([other]) => other !== stood);
        const pause = next ? Date.parse(next[1].at) - Date.parse(writer.at) : Infinity;
        if (stood !== '' && pause >= STOOD_MS) expect([seed, stood, history.has(stood)]).toEqual([seed, stood, true]);
      }
    }
  });
});
