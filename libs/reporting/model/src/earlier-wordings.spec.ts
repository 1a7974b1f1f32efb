import { randomUUID } from 'node:crypto';
import { BACKSPACING_MS, type FieldWriter, replacedWordings, STOOD_MS } from './earlier-wordings.js';

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
  it('are not kept while the same person only adds to them, wherever that is', () => {
    for (const after of ['Vi byter bilar', 'Nu: Vi byter', 'Vi nog byter', 'Vi byter\nbilar']) {
      expect(kept('Vi byter', after, at(ANNA, 0), at(ANNA, 1_000))).toEqual([]);
    }
    expect(kept('Vi byter \n', 'Vi byter bilar', at(ANNA, 0), at(ANNA, 1_000))).toEqual([]);
  });

  it('are kept once they have stood, to the very millisecond', () => {
    expect(kept('Ett', 'Ett två', at(ANNA, 0), at(ANNA, STOOD_MS - 1))).toEqual([]);
    expect(kept('Ett', 'Ett två', at(ANNA, 0), at(ANNA, STOOD_MS))).toEqual(['Ett']);
  });

  it('are kept when they were somebody else’s, however short a time they stood', () => {
    expect(kept('Annas ord', 'Annas ord.', at(ANNA, 0), at(DORIS, 1))).toEqual(['Annas ord']);
  });

  it('are kept when anything of them goes, however little and however soon', () => {
    const text = 'Åtgärden är beslutad. Fordonen byts ut.';
    const afters = ['', 'Å', text.replace(' Fordonen byts ut.', ''), text.slice(0, -1), text.replace('ut', 'in')];
    for (const after of [...afters, `${text.slice(1)} Vi fortsätter.`, 'x'.repeat(200)]) {
      expect(kept(text, after, at(ANNA, 0), at(ANNA, 1))).toEqual([text]);
    }
  });

  it('are kept as their longest form while somebody backspaces, and one by one when they stood between', () => {
    const backspaced = (pause: number) =>
      saved(['Vi byter bilar', 'Vi byter bil', 'Vi byter', 'Vi'].map((text, n) => [text, at(ANNA, n * pause)]));
    expect(backspaced(BACKSPACING_MS - 1)).toEqual(['Vi byter bilar', 'Vi']);
    expect(backspaced(BACKSPACING_MS)).toEqual(['Vi byter bilar', 'Vi byter bil', 'Vi byter', 'Vi']);
    const retyped = ['Ett två', 'Ett', 'Ett tre', 'Ett', 'Ett två'].map((text) => [text, at(ANNA, 0)] as const);
    expect(saved(retyped)).toEqual(['Ett två', 'Ett tre', 'Ett två']);
  });

  it.each(['values/2025-Q4', 'parts/1/Skolor', 'milestones/0', 'assessment', 'verdict', 'measure/dueOn'])(
    'are always kept in %s, also when what replaces them begins alike',
    (field) => {
      for (const after of ['46', '4', '']) {
        const outcome = replacedWordings({ [field]: '4.6' }, { [field]: after }, { [field]: at(ANNA, 0) }, at(ANNA, 1));
        expect(outcome.kept.map(({ text }) => text)).toEqual(['4.6']);
      }
      const outcome = replacedWordings({ [field]: '4' }, { [field]: '46' }, { [field]: at(ANNA, 0) }, at(ANNA, 1));
      expect(outcome.kept.map(({ text }) => text)).toEqual(['4']);
    },
  );

  it.each(['noValueReason', 'measure/text', 'measure/responsible', 'explanations/jump', 'year/comment/E1'])(
    'are not kept while somebody only adds to %s',
    (field) => {
      const outcome = replacedWordings({ [field]: 'Ett' }, { [field]: 'Ett.' }, { [field]: at(ANNA, 0) }, at(ANNA, 1));
      expect(outcome.kept).toEqual([]);
    },
  );

  it('are kept when nobody knows who wrote them, and never when they were empty', () => {
    expect(kept('Från förr', 'Nytt', null, at(ANNA, 0))).toEqual(['Från förr']);
    expect(kept('', 'Nytt', null, at(ANNA, 0))).toEqual([]);
  });

  it('name who wrote them and when', () => {
    const last = at(ANNA, 0);
    const { kept: wordings } = replacedWordings({ comment: 'Ett' }, {}, { comment: last }, at(DORIS, 5));
    expect(wordings).toEqual([{ field: 'comment', text: 'Ett', writtenBy: 'Anna Ägare', writtenAt: last.at }]);
  });

  it.each(['values/2025-Q4', 'parts/1/Skolor'])('are none in %s where only zeros were added', (field) => {
    for (const after of ['259.0', '259.00', '0259']) {
      expect(replacedWordings({ [field]: '259' }, { [field]: after }, {}, at(ANNA, 0))).toEqual({
        kept: [],
        written: {},
      });
    }
    expect(replacedWordings({ comment: '259' }, { comment: '259.0' }, {}, at(ANNA, 0)).kept).toHaveLength(1);
  });

  it('leave fields alone that say the same', () => {
    const outcome = replacedWordings({ comment: 'A', assessment: 'x' }, { comment: 'A' }, {}, at(ANNA, 0));
    expect(Object.keys(outcome.written)).toEqual(['assessment']);
    expect(outcome.kept.map(({ field }) => field)).toEqual(['assessment']);
  });

  it('never lose anything, in random sittings of two people', () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    let state = seed;
    const below = (bound: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >>> 8) % bound;
    };
    for (let sitting = 0; sitting < 200; sitting++) {
      let [time, text] = [0, ''];
      const saves = Array.from({ length: 20 }, (): [string, FieldWriter] => {
        time += below(2) === 0 ? 900 : STOOD_MS + below(1_000);
        text = below(3) === 0 ? text.slice(0, below(text.length + 1)) : `${text} ord${below(1_000)}`;
        return [text, at(below(3) === 0 ? DORIS : ANNA, time)];
      });
      const history = saved(saves);
      for (const [index, [stood, writer]] of saves.entries()) {
        if (stood === '') continue;
        const next = saves.slice(index + 1).find(([other]) => other !== stood);
        const paused = next && Date.parse(next[1].at) - Date.parse(writer.at) >= STOOD_MS;
        const found = history.some((each) => (paused ? each === stood : each.startsWith(stood)));
        expect([seed, sitting, stood, found]).toEqual([seed, sitting, stood, true]);
      }
    }
  });
});
