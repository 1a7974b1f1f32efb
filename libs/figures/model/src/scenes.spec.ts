import fc from 'fast-check';
import { type LineChart, lineScene } from './line-scene.js';
import type { Mark, Scene } from './scene.js';
import { sceneToSvg } from './scene-svg.js';
import { textsOutside } from './testing/texts-outside.js';
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

  it('marks what was judged under the time axis, by shape, and says it', () => {
    const scene = lineScene(
      chart({
        assessments: [
          { period: '2024-Q1', assessment: 'on_track', word: 'På rätt väg' },
          { period: '2024-Q4', assessment: 'uncertain', word: 'Osäkert' },
          { period: '2031-Q1', assessment: 'achieved', word: 'Uppnått' },
        ],
      }),
    );
    const signs = scene.marks.filter((mark) => mark.role.startsWith('assessment-'));
    expect(signs.map((mark) => mark.role)).toEqual(['assessment-on_track', 'assessment-uncertain']);
    expect(new Set(signs.map((mark) => mark.kind === 'path' && mark.d)).size).toBe(2);
    const axis = byRole(scene, 'axis')[0];
    const base = Number(axis?.kind === 'path' && axis.d.split(/[ H]/)[1]);
    expect(signs.every((mark) => mark.kind === 'path' && mark.at && mark.at[1] > base + 20)).toBe(true);
    expect(scene.stops[0]?.says).toContain('; På rätt väg');
  });

  it('names the row of assessments where there is room before its first sign', () => {
    const named = (period: string): string[] =>
      texts(lineScene(chart({ assessments: [{ period, assessment: 'on_track', word: 'På rätt väg' }] }))).map(
        (mark) => mark.text,
      );
    expect(named('2024-Q4')).toContain('Målbedömning');
    expect(named('2024-Q1')).not.toContain('Målbedömning');
  });

  it('leaves out a sign that stands alone without a name, but says it', () => {
    const scene = lineScene(
      chart({ assessments: [{ period: '2024-Q1', assessment: 'on_track', word: 'På rätt väg' }] }),
    );
    expect(byRole(scene, 'assessment-on_track')).toEqual([]);
    expect(scene.desc).toContain('På rätt väg');
  });

  it('keeps the target’s label off the line, as R1 is drawn on a phone', () => {
    const values = [
      49, 53.5, 43, 54.3, 45.7, 55.3, 46, 55, 47.7, 56.7, 46.5, 53.7, 54.7, 56.5, 51.5, 60, 51, 58.3, 49.7,
    ];
    const points = values.map((value, index) => ({
      period: `${2021 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
      value: String(value),
      provisional: false,
    }));
    for (const [width, name] of [
      [300, 'Mål 2025: 55,0'],
      [640, 'Mål 2025: 55,0'],
      [300, 'Mål 2025, årets medelvärde: 55,0'],
      [640, 'Mål 2025, årets medelvärde: 55,0'],
    ] as const) {
      const scene = lineScene(chart({ points, width, height: 200, target: { value: '55', label: name } }));
      expect(textsOutside(scene)).toEqual([]);
      const [label] = texts(scene).filter(({ role }) => role === 'target-label');
      const { x = 0, y = 0 } = label ?? {};
      const [line] = byRole(scene, 'value');
      const spots = [...(line?.kind === 'path' ? line.d : '').matchAll(/([\d.]+),([\d.]+)/g)].map(
        ([, px, py]) => [Number(px), Number(py)] as const,
      );
      expect(spots).toHaveLength(values.length);
      const through = spots.filter(
        ([px, py]) => px > x && px < x + textWidth(name, 13, 'strong') && py > y - 10 && py < y + 3,
      );
      expect([width, name, through]).toEqual([width, name, []]);
      // Nor does a piece of the line pass through between two spots.
      const crossing = spots.slice(1).filter(([px, py], index) => {
        const [fromX, fromY] = spots[index] ?? [px, py];
        const steps = Array.from({ length: 41 }, (_, step) => step / 40);
        return steps.some((share) => {
          const [atX, atY] = [fromX + (px - fromX) * share, fromY + (py - fromY) * share];
          return atX > x && atX < x + textWidth(name, 13, 'strong') && atY > y - 10 && atY < y + 3;
        });
      });
      expect([width, name, crossing]).toEqual([width, name, []]);
    }
  });

  it('numbers the periods on the axis while they are few', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      period: `${2022 + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
      value: '1',
      provisional: false,
    }));
    expect(texts(lineScene(chart())).map((mark) => mark.text)).toEqual(expect.arrayContaining(['K1', 'K4', '2024']));
    expect(texts(lineScene(chart({ points: many }))).map((mark) => mark.text)).not.toContain('K1');
    expect(texts(lineScene(chart({ language: 'en' }))).map((mark) => mark.text)).toContain('Q1');
  });

  it.each([
    ['one point', [['2024-Q1', '5']]],
    [
      'all equal',
      [
        ['2024-Q1', '5'],
        ['2024-Q2', '5'],
        ['2024-Q3', '5'],
      ],
    ],
    [
      'below zero',
      [
        ['2024-Q1', '-5.5'],
        ['2024-Q2', '3'],
      ],
    ],
    [
      'nothing known',
      [
        ['2024-Q1', null],
        ['2024-Q2', null],
      ],
    ],
    ['no points', []],
  ] as [string, [string, string | null][]][])('draws %s', (_, points) => {
    const scene = lineScene(
      chart({ points: points.map(([period, value]) => ({ period, value, provisional: false })), target: null }),
    );
    expect(sceneToSvg(scene)).not.toMatch(/NaN|Infinity|undefined/);
    expect(scene.stops).toHaveLength(points.length);
  });

  it('makes room for a target far outside the figures', () => {
    const scene = lineScene(chart({ target: { value: '500', label: 'Mål 500' } }));
    const line = byRole(scene, 'target')[0];
    const y = Number(line?.kind === 'path' && line.d.split(/[ H]/)[1]);
    expect(y).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThan(60);
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
    const bars = byRole(grid, 'verdict-sign').map((mark) => (mark.kind === 'path' ? mark.d.split('M').length - 1 : 0));
    expect(bars).toEqual([4, 1, 3, 4, 3, 2, 1]);
    expect(texts(grid).map((mark) => mark.text)).toEqual(expect.arrayContaining(['2027', '1', '2', 'Till viss del']));
  });
});
