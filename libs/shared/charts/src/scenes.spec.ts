import fc from 'fast-check';
import { type LineChart, lineScene } from './line-scene.js';
import type { Mark, Scene } from './scene.js';
import { sceneToSvg } from './scene-svg.js';
import { textWidth } from './text-width.js';
import { verdictGridScene } from './verdict-grid-scene.js';

const chart = (change: Partial<LineChart> = {}): LineChart => ({
  id: 'r1',
  name: 'Klimatpåverkan',
  unit: 'ton',
  decimals: 1,
  points: ['60', null, '57.5', '58'].map((value, index) => ({
    period: `2024-Q${index + 1}`,
    value,
    provisional: index === 3,
  })),
  target: { value: '55', label: 'Mål 55' },
  language: 'sv',
  ...change,
});
const texts = (scene: Scene): Extract<Mark, { kind: 'text' }>[] => scene.marks.filter((mark) => mark.kind === 'text');
const byRole = (scene: Scene, role: string): readonly Mark[] => scene.marks.filter((mark) => mark.role === role);

describe('a series as a line', () => {
  it('says every point, the missing and the provisional too', () => {
    expect(lineScene(chart()).stops.map((stop) => stop.says.replaceAll('\u00a0', ' '))).toEqual([
      'Kvartal 1 2024: 60,0 ton',
      'Kvartal 2 2024: uppgift saknas',
      'Kvartal 3 2024: 57,5 ton',
      'Kvartal 4 2024: 58,0 ton (preliminärt)',
    ]);
  });

  it('breaks at what is missing, dashes what is provisional and draws the target', () => {
    const scene = lineScene(chart());
    const [value] = byRole(scene, 'value');
    expect(value?.kind === 'path' && value.d.split('M').length - 1).toBe(2);
    expect(
      ['value-provisional', 'hatch', 'point-provisional', 'target', 'target-label'].map(
        (role) => byRole(scene, role).length,
      ),
    ).toEqual([1, 1, 1, 1, 1]);
    expect(byRole(scene, 'point')).toHaveLength(2);
  });

  it('keeps every text and point inside, whatever the figures', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => (n / 10).toFixed(1));
    const points = fc.array(fc.option(value), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, fc.option(value), fc.constantFrom(300, 640), (values, target, width) => {
        const scene = lineScene(
          chart({
            width,
            points: values.map((each, index) => ({
              period: `${2020 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
              value: each,
              provisional: false,
            })),
            target: target === null ? null : { value: target, label: `Mål ${target}` },
          }),
        );
        for (const { x, y, text, anchor = 'start', role } of texts(scene)) {
          const wide = textWidth(text, 13, role === 'target-label' ? 'strong' : 'regular');
          const start = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
          expect(start).toBeGreaterThanOrEqual(-1);
          expect(start + wide).toBeLessThanOrEqual(width + 1);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThanOrEqual(scene.height);
        }
        expect(sceneToSvg(scene)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});

describe('verdicts as a grid', () => {
  const grid = verdictGridScene({
    id: 'grid',
    name: 'Bedömningar',
    areas: [
      {
        title: 'Resor',
        verdicts: [
          { period: '2027-T1', verdict: 'fully' },
          { period: '2027-T2', verdict: 'not' },
        ],
      },
      { title: 'Mat', verdicts: [{ period: '2027-T1', verdict: 'largely' }] },
    ],
    periods: ['2027-T1', '2027-T2'],
    words: { fully: 'Helt', largely: 'Till stor del', partly: 'Till viss del', not: 'Inte alls' },
    none: 'Ingen bedömning',
    language: 'sv',
  });

  it('says each square and sums up each area', () => {
    expect(grid.stops.map((stop) => stop.says)).toEqual([
      'Resor, tertial 1 2027: Helt',
      'Resor, tertial 2 2027: Inte alls',
      'Mat, tertial 1 2027: Till stor del',
      'Mat, tertial 2 2027: Ingen bedömning',
    ]);
    expect(grid.desc).toBe('Resor: Inte alls. Mat: Till stor del');
  });

  it('has a sign in every square with a verdict, and a legend', () => {
    expect(byRole(grid, 'verdict-sign')).toHaveLength(3 + 4);
    expect(texts(grid).map((mark) => mark.text)).toEqual(expect.arrayContaining(['2027', '1', '2', 'Till viss del']));
  });
});
