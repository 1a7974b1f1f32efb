import type { Scene } from './scene.js';
import { sceneToSvg } from './scene-svg.js';
import { type SmallMultiple, smallMultiplesScene } from './small-multiples-scene.js';
import { textsOutside } from './testing/texts-outside.js';

const item = (code: string, change: Partial<SmallMultiple> = {}): SmallMultiple => ({
  code,
  name: 'Andel förnybart drivmedel och el i egna fordon',
  unit: '%',
  decimals: 1,
  points: ['52.5', null, '89'].map((value, index) => ({
    ...{ period: `${2021 + index}-Q1`, value, provisional: false },
    of: `kvartal 1 ${2021 + index}`,
  })),
  target: { value: '90', year: 2025 },
  ...change,
});
const scene = (width = 640, language: 'sv' | 'en' = 'sv'): Scene =>
  smallMultiplesScene({
    id: 'resor',
    name: 'Målens siffror',
    items: [
      item('R1', { unit: 'index (2019 = 100)', quantityKind: 'index', name: 'Klimatpåverkan från tjänsteresor' }),
      item('R2', { target: null, points: [{ period: '2025', value: '44', provisional: true, of: '2025' }] }),
      item('R3'),
      item('R4', { unit: 'ton CO2e/mnkr', name: 'Kort' }),
    ],
    language,
    width,
  });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('small multiples', () => {
  it('say each target: the latest value, the first and the target', () => {
    expect(
      scene()
        .stops.map(({ says }) => plain(says))
        .slice(1, 3),
    ).toEqual([
      'R2, Andel förnybart drivmedel och el i egna fordon: 44,0 % (2025)',
      'R3, Andel förnybart drivmedel och el i egna fordon: 89,0 % (kvartal 1 2023), var 52,5 % (kvartal 1 2021), målet 2025 är 90,0 %',
    ]);
    expect(plain(scene(640, 'en').stops[1]?.says ?? '')).toContain('44.0% (2025)');
  });

  it('head each target with the value that ends its line, and what it is the value of', () => {
    const sums = ['10', '40'].map((value, index) => {
      return { period: `${2023 + index}-Q4`, value, provisional: false, of: `summan för ${2023 + index}` };
    });
    const { marks, stops } = smallMultiplesScene({
      ...{ id: 'resor', name: 'Målens siffror', language: 'sv' },
      items: [item('R1', { points: sums }), item('R2', { target: null })],
    });
    const texts = marks.flatMap((mark) => (mark.kind === 'text' && mark.anchor === 'end' ? [plain(mark.text)] : []));
    expect(texts.slice(0, 2)).toEqual(['40,0 %', 'summan för 2024']);
    expect(plain(stops[0]?.says ?? '')).toBe(
      'R1, Andel förnybart drivmedel och el i egna fordon: 40,0 % (summan för 2024), ' +
        'var 10,0 % (summan för 2023), målet 2025 är 90,0 %',
    );
    expect(marks.filter(({ role }) => role === 'target')).toHaveLength(1);
  });

  it('have one height, and each its own scale in words', () => {
    const axes = scene().marks.filter((mark) => mark.kind === 'path' && mark.role === 'axis');
    expect(new Set(axes.slice(0, 2).map((mark) => mark.kind === 'path' && mark.d.split(/[ H]/)[1])).size).toBe(1);
    const texts = scene().marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts.map(plain).filter((text) => text.startsWith('Skala'))).toEqual([
      'Skala 40 till 100, index (2019 = 100)',
      'Skala 43 till 45 %',
      'Skala 40 till 100 %',
      'Skala 40 till 100 ton CO2e/mnkr',
    ]);
  });

  it.each([300, 640])('keep their texts inside and apart at %i px', (width) => {
    expect(textsOutside(scene(width))).toEqual([]);
    expect(sceneToSvg(scene(width))).not.toMatch(/NaN|Infinity|undefined/);
  });
});
