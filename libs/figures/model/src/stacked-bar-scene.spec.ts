import fc from 'fast-check';
import { textureLines, TEXTURES } from './geometry.js';
import { addUp, drawnParts, shareText } from './parts.js';
import type { Mark } from './scene.js';
import { sceneToSvg } from './scene-svg.js';
import { type PartsChart, stackedBarScene } from './stacked-bar-scene.js';
import { textsOutside } from './testing/texts-outside.js';

const chart = (change: Partial<PartsChart> = {}): PartsChart => ({
  id: 'l3',
  name: 'Kassation',
  unit: 'kg',
  decimals: 0,
  total: '100',
  parts: [
    { label: 'Akut', value: '20' },
    { label: 'Kirurgi', value: '70' },
    { label: 'Psykiatri', value: '10' },
  ],
  provisional: false,
  language: 'sv',
  ...change,
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const segments = (scene: ReturnType<typeof stackedBarScene>) =>
  scene.marks.filter((mark): mark is Extract<Mark, { kind: 'rect' }> => mark.kind === 'rect' && mark.y === 20);

describe('parts as one bar', () => {
  it('has them by size, each with a letter, and says them in words', () => {
    const scene = stackedBarScene(chart());
    expect(scene.stops.map(({ says }) => plain(says))).toEqual([
      'A, Kirurgi: 70 kg, 70 % av 100 kg',
      'B, Akut: 20 kg, 20 % av 100 kg',
      'C, Psykiatri: 10 kg, 10 % av 100 kg',
    ]);
    const letters = scene.marks.flatMap((mark) => (mark.kind === 'text' && mark.y < 20 ? [mark.text] : []));
    expect(letters).toEqual(['A', 'B', 'C']);
  });

  it('has no two parts with the same texture, at the bar and beside the name', () => {
    const parts = TEXTURES.map((label, index) => ({ label, value: String(10 + index) }));
    const scene = stackedBarScene(chart({ parts, total: '75' }));
    const kinds = TEXTURES.map((texture) => textureLines(texture, { x: 0, y: 0, w: 30, h: 30 }));
    expect(new Set(kinds).size).toBe(TEXTURES.length);
    expect(scene.marks.filter(({ role }) => role === 'part-texture')).toHaveLength(2 * (TEXTURES.length - 1));
    expect(sceneToSvg(scene)).not.toMatch(/<pattern|url\(| id=/);
  });

  it('fills the width by size and leaves the ground between', () => {
    const [first, second] = segments(stackedBarScene(chart({ width: 300 })));
    expect([first?.x, first?.w, second?.x, second?.w]).toEqual([0, 208, 210, 58]);
  });

  it('hatches what is provisional, each part by itself, with a sample that says what the hatch means', () => {
    const [firm, loose] = [false, true].map((provisional) => stackedBarScene(chart({ provisional })));
    const hatches = (scene = firm) => scene?.marks.filter(({ role }) => role === 'hatch-edge') ?? [];
    expect(hatches()).toEqual([]);
    expect(hatches(loose)).toHaveLength(3 + 1);
    const marks = loose?.marks ?? [];
    // Each hatch lies on a mark in the colour of its part, below that part's texture; the last is the sample.
    const under = hatches(loose).map((mark) => marks[marks.indexOf(mark) - 1]);
    expect(under.map((mark) => mark?.role)).toEqual(['part-0', 'part-1', 'part-2', 'bar']);
    expect(under.slice(0, 3)).toMatchObject(segments(loose!).map(({ x, w, role }) => ({ x, w, role })));
    expect(marks[marks.indexOf(hatches(loose).at(-1)!) + 1]).toMatchObject({ kind: 'text', text: 'preliminärt' });
    expect(loose?.stops.map(({ says }) => says.endsWith(' (preliminärt)'))).toEqual([true, true, true]);
    expect(sceneToSvg(loose!).match(/<path [^>]*stroke-width="1.5"/g)).toHaveLength(3 + 1);
    expect(textsOutside(loose!)).toEqual([]);
  });

  it('gathers what is too small to tell apart, and loses nothing', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ label: `Del ${index}`, value: `${index}.5` }));
    const drawn = drawnParts(many, 'sv');
    expect(drawn).toHaveLength(TEXTURES.length);
    expect(drawn.at(-1)).toEqual({ label: 'Övriga, 7 delar', value: '24.5' });
    expect(drawn.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(72);
  });

  it('keeps texts inside and apart whatever the parts', () => {
    const part = fc.record({
      label: fc.constantFrom('Akut', 'Medicin och rehabilitering i hela länet', 'Kollektivtrafikförvaltningen', 'X'),
      value: fc.integer({ min: 0, max: 100_000 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 9 }), fc.constantFrom(300, 640), fc.boolean(), (...of) => {
        const [parts, width, provisional] = of;
        const total = String(parts.reduce((sum, { value }) => sum + Number(value), 0));
        const scene = stackedBarScene(chart({ parts, total, width, provisional }));
        expect(textsOutside(scene)).toEqual([]);
        expect(sceneToSvg(scene)).not.toMatch(/NaN|Infinity|undefined|="-/);
      }),
    );
  });
});

describe('whether parts make up a figure', () => {
  it.each([
    ['quantities', ['20', '30', '50'], '100', 0, true],
    ['quantities that were rounded', ['33.3', '33.3', '33.3'], '100.0', 1, true],
    ['means by department', ['95', '80', '92'], '89', 0, false],
    ['one part', ['100'], '100', 0, false],
    ['a part below zero', ['120', '-20'], '100', 0, false],
    ['no figure', ['20', '30'], null, 0, false],
  ] as const)('%s', (_, values, total, decimals, expected) => {
    const parts = values.map((value, index) => ({ label: `${index}`, value }));
    expect(addUp(parts, total, decimals)).toBe(expected);
  });

  it('never says nothing of something, nor all of nearly all', () => {
    expect([0, 0.002, 0.38, 0.997, 1].map((share) => plain(shareText(share, 'sv')))).toEqual([
      '0 %',
      '0,2 %',
      '38 %',
      '99,7 %',
      '100 %',
    ]);
    expect(shareText(0.38, 'en')).toBe('38%');
  });
});
