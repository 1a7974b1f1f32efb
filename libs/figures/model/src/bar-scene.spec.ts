import { barScene, seriesScene } from './bar-scene.js';
import type { Mark, Scene } from './scene.js';
import { sceneToSvg } from './scene-svg.js';
import type { SeriesChart } from './series-marks.js';
import { textsOutside } from './testing/texts-outside.js';

const chart = (values: readonly (string | null)[], change: Partial<SeriesChart> = {}): SeriesChart => ({
  id: 'r2',
  name: 'Hållbara resor',
  unit: '%',
  decimals: 0,
  points: values.map((value, index) => ({ period: String(2021 + index), value, provisional: index === 4 })),
  target: { value: '48', label: 'Mål 2025: 48' },
  language: 'sv',
  ...change,
});
const bars = (scene: Scene) => scene.marks.filter((mark) => mark.kind === 'rect' && mark.role === 'bar');
const isBars = (scene: Scene): boolean => scene.marks.every((mark) => mark.role !== 'value');
const texts = (scene: Scene): string[] => scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('a few values as bars', () => {
  it('writes each number and period, and says them with what was judged', () => {
    const scene = barScene(
      chart(['38', null, '41.5'], { assessments: [{ period: '2023', assessment: 'on_track', word: 'På rätt väg' }] }),
    );
    expect(texts(scene)).toEqual(expect.arrayContaining(['38', '–', '41,5', '2021', '2022', '2023', 'Mål 2025: 48']));
    expect(scene.stops.map(({ says }) => says.replaceAll('\u00a0', ' '))).toEqual([
      '2021: 38 %',
      '2022: uppgift saknas',
      '2023: 41,5 %; På rätt väg',
    ]);
    expect(bars(scene)).toHaveLength(2);
    expect(scene.marks.filter((mark) => mark.role === 'assessment-on_track')).toHaveLength(1);
  });

  it('begins at zero, so that heights can be compared, also below it', () => {
    const [half, whole] = bars(barScene(chart(['20', '40'], { target: null }))) as Extract<Mark, { kind: 'rect' }>[];
    expect(whole?.h).toBeCloseTo(2 * (half?.h ?? 0), 1);
    const [up, down] = bars(barScene(chart(['10', '-10'], { target: null }))) as Extract<Mark, { kind: 'rect' }>[];
    expect(up?.h).toBeCloseTo(down?.h ?? 0, 1);
    expect(down?.y).toBeCloseTo((up?.y ?? 0) + (up?.h ?? 0), 1);
  });

  it('hatches what is provisional and says so', () => {
    const scene = barScene(chart(['38', '39', '40', '42', '44']));
    expect(scene.marks.filter((mark) => mark.role === 'hatch-edge')).toHaveLength(2);
    expect(texts(scene)).toContain('preliminärt');
    expect(scene.stops.at(-1)?.says).toContain('(preliminärt)');
  });

  it.each([
    ['nothing', []],
    ['nothing known', [null, null]],
    ['all zero', ['0', '0']],
    ['only below zero', ['-4', '-2']],
  ])('draws %s', (_, values) => {
    expect(sceneToSvg(barScene(chart(values, { target: null })))).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([300, 640])('keeps its texts inside and apart at %i px', (width) => {
    const scene = barScene(chart(['1204.5', '1180', '1101.2', '990', '12345.6', '870'], { width, unit: 'ton' }));
    expect(textsOutside(scene)).toEqual([]);
  });
});

describe('the drawing that suits a series', () => {
  it('is bars where it is yearly and short', () => {
    expect(isBars(seriesScene(chart(['1', '2', '3'])))).toBe(true);
    expect(isBars(seriesScene(chart(['1', '2', '3', '4', '5', '6', '7'])))).toBe(false);
    const points = ['2024-Q1', '2024-Q2'].map((period) => ({ period, value: '1', provisional: false }));
    expect(isBars(seriesScene(chart([], { points })))).toBe(false);
  });

  it('is a line where the numbers would run into each other on a phone, and the same for every width', () => {
    const long = ['1234567', '2345678', '3456789', '4567890', '5678901', '6789012'];
    expect([300, 640].map((width) => isBars(seriesScene(chart(long, { width }))))).toEqual([false, false]);
  });
});
