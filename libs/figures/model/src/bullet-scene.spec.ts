import type { ComparableValue } from '@malspar/shared-model';
import fc from 'fast-check';
import { type BulletChart, bulletScene } from './bullet-scene.js';
import type { Mark, Scene } from './scene.js';
import { sceneToSvg } from './scene-svg.js';
import { textWidth } from './text-width.js';

const value = (decimal: string, period: string, provisional: boolean): ComparableValue => ({
  value: decimal,
  basis: 'point',
  period,
  periods: [period],
  provisional,
});
const chart = (change: Partial<BulletChart> = {}): BulletChart => ({
  id: 'r1-bar',
  name: 'Klimatpåverkan från resor',
  unit: 'ton',
  decimals: 0,
  baseline: { value: '100', year: 2019 },
  target: { value: '55', year: 2025 },
  latest: value('70', '2025-Q3', false),
  evenPace: '64',
  language: 'sv',
  ...change,
});
const texts = (scene: Scene): Extract<Mark, { kind: 'text' }>[] => scene.marks.filter((mark) => mark.kind === 'text');
const barOf = (scene: Scene): Extract<Mark, { kind: 'rect' }> | undefined =>
  scene.marks.filter((mark) => mark.kind === 'rect').find((mark) => mark.role === 'bar');
const hatched = (scene: Scene): boolean => scene.marks.some((mark) => mark.role === 'hatch-edge');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the way from baseline to target', () => {
  it('is said in words, in both languages', () => {
    expect(bulletScene(chart()).stops.map((stop) => plain(stop.says))).toEqual([
      '70 ton (kvartal 3 2025)',
      'Utgångsvärde 2019: 100 ton',
      'Mål 2025: 55 ton',
      'Vid jämn takt: 64 ton',
    ]);
    const english = chart({ language: 'en', latest: value('70', '2025-Q3', true) });
    expect(plain(bulletScene(english).desc)).toBe(
      '70 ton (quarter 3 2025, provisional). Baseline 2019: 100 ton. Target 2025: 55 ton. At an even pace: 64 ton',
    );
  });

  it('runs to the right whether the figures are to fall or to rise', () => {
    const falling = barOf(bulletScene(chart()));
    const rising = barOf(
      bulletScene(
        chart({
          baseline: { value: '0', year: 2019 },
          target: { value: '45', year: 2025 },
          latest: value('30', '2025', false),
          evenPace: '36',
        }),
      ),
    );
    expect(falling).toEqual(rising);
    expect(falling?.x).toBe(3);
    expect(falling?.w).toBeCloseTo((634 * 2) / 3, 1);
  });

  it('marks what is provisional with lines, not with colour alone', () => {
    expect(hatched(bulletScene(chart()))).toBe(false);
    const latest = value('70', '2025-Q3', true);
    expect(hatched(bulletScene(chart({ latest })))).toBe(true);
  });

  it('keeps the unit of its value where there is no room for what it is the value of', () => {
    const latest: ComparableValue = {
      ...{ value: '84.2', basis: 'mean', period: '2025-Q3', provisional: false },
      periods: ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'],
    };
    const written = (width: number): string | undefined => {
      const scale = { baseline: { value: '46', year: 2019 }, target: { value: '90', year: 2025 }, evenPace: null };
      const { marks } = bulletScene(chart({ ...scale, latest, unit: '%', quantityKind: 'share', decimals: 1, width }));
      const [mark] = marks.filter(({ role }) => role === 'label-strong');
      return mark?.kind === 'text' ? plain(mark.text) : undefined;
    };
    expect([written(640), written(300)]).toEqual(['84,2 % (medelvärdet av kvartal 4 2024–kvartal 3 2025)', '84,2 %']);
  });

  it('has no bar while there is no value', () => {
    const scene = bulletScene(chart({ latest: null }));
    expect(barOf(scene)).toBeUndefined();
    expect(scene.stops[0]?.says).toBe('Inget värde för ett helt år ännu');
  });

  it('keeps everything inside and no two labels on each other, whatever the figures', () => {
    const decimal = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(
        decimal,
        decimal,
        fc.option(decimal),
        fc.option(decimal),
        fc.constantFrom(320, 640),
        (a, b, c, d, w) => {
          const scene = bulletScene(
            chart({
              width: w,
              decimals: 2,
              baseline: { value: a, year: 2019 },
              target: { value: b, year: 2025 },
              latest:
                c === null
                  ? null
                  : {
                      ...value(c, '2025-T2', true),
                      basis: 'weighted_mean',
                      periods: ['2024-T3', '2025-T1', '2025-T2'],
                    },
              evenPace: d,
            }),
          );
          const boxes = texts(scene).map(({ x, y, text, role }) => ({
            y,
            from: x,
            to: x + textWidth(text, 13, role === 'label' ? 'regular' : 'strong'),
          }));
          for (const [at, box] of boxes.entries()) {
            expect(box.from).toBeGreaterThanOrEqual(0);
            expect(box.to).toBeLessThanOrEqual(w + 0.1);
            expect(box.y).toBeLessThanOrEqual(scene.height);
            const others = boxes.filter((other, index) => index !== at && other.y === box.y);
            expect(others.some((other) => box.from < other.to && other.from < box.to)).toBe(false);
          }
          const bar = barOf(scene);
          expect(bar === undefined || (bar.x >= 0 && bar.x + bar.w <= w)).toBe(true);
          expect(sceneToSvg(scene)).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
    );
  });
});
