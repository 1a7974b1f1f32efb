import fc from 'fast-check';
import { findingCaption, type FindingIndicator } from './finding.js';
import type { SeriesPoint } from './series-marks.js';
import type { Language } from './language.js';
import { exactDecimal, numberText, roundDecimal } from './numbers.js';
import { periodHeading, periodText } from './period-words.js';

const indicator = (change: Partial<FindingIndicator> = {}): FindingIndicator => ({
  kind: 'numeric',
  unit: 'index (2019 = 100)',
  decimals: 1,
  cadence: 'quarter',
  covers: 'point_in_time',
  yearFrom: 'last',
  quantityKind: 'index',
  baselineYear: 2019,
  baseline: '100',
  // The way to the target is the one from the baseline.
  direction: 'reach',
  milestones: [],
  ...change,
});
const point = (period: string, value: string | null, provisional = false): SeriesPoint => ({
  period,
  value,
  provisional,
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

type Case = [
  what: string,
  change: Partial<FindingIndicator>,
  value: string | null,
  target: string | null,
  sv: string,
  en: string,
];
const share = { unit: '%', decimals: 0, quantityKind: 'share' } as const;
const energy = { unit: 'kWh/m²', baseline: '171', baselineYear: 2018, quantityKind: 'level' } as const;

describe('a finding in words', () => {
  it.each<Case>([
    [
      'an index',
      {},
      '57',
      '55',
      'Har minskat 43 % sedan 2019 (kvartal 3 2025); målet till 2025 är 45 %',
      'Has decreased by 43% since 2019 (quarter 3 2025); the target for 2025 is 45%',
    ],
    [
      'an index that has met its target',
      {},
      '50',
      '55',
      'Har minskat 50 % sedan 2019 (kvartal 3 2025); målet till 2025, 45 %, är nått',
      'Has decreased by 50% since 2019 (quarter 3 2025); the target for 2025, 45%, has been met',
    ],
    [
      'an index exactly at its target',
      {},
      '55',
      '55',
      'Har minskat 45 % sedan 2019 (kvartal 3 2025); målet till 2025, 45 %, är nått',
      'Has decreased by 45% since 2019 (quarter 3 2025); the target for 2025, 45%, has been met',
    ],
    [
      'an index that falls just short, not rounded to the target',
      {},
      '55.4',
      '55',
      'Har minskat 44,6 % sedan 2019 (kvartal 3 2025); målet till 2025 är 45 %',
      'Has decreased by 44.6% since 2019 (quarter 3 2025); the target for 2025 is 45%',
    ],
    [
      'an index by a hair',
      { decimals: 2 },
      '55.03',
      '55',
      'Har minskat 44,97 % sedan 2019 (kvartal 3 2025); målet till 2025 är 45 %',
      'Has decreased by 44.97% since 2019 (quarter 3 2025); the target for 2025 is 45%',
    ],
    [
      'an index going the other way',
      {},
      '103',
      '55',
      'Har ökat 3 % sedan 2019 (kvartal 3 2025); målet till 2025 är att minska med 45 %',
      'Has increased by 3% since 2019 (quarter 3 2025); the target for 2025 is a decrease by 45%',
    ],
    [
      'a rising index',
      {},
      '112',
      '120',
      'Har ökat 12 % sedan 2019 (kvartal 3 2025); målet till 2025 är 20 %',
      'Has increased by 12% since 2019 (quarter 3 2025); the target for 2025 is 20%',
    ],
    [
      'a change smaller than a per cent',
      {},
      '99.6',
      '55',
      'Har minskat 0,4 % sedan 2019 (kvartal 3 2025); målet till 2025 är 45 %',
      'Has decreased by 0.4% since 2019 (quarter 3 2025); the target for 2025 is 45%',
    ],
    [
      'no change in an index',
      {},
      '100.0',
      '55',
      'Är oförändrat sedan 2019, 100,0 (kvartal 3 2025); målet till 2025 är att minska med 45 %',
      'Is unchanged since 2019, 100.0 (quarter 3 2025); the target for 2025 is a decrease by 45%',
    ],
    [
      'a target that is to stay',
      {},
      '98',
      '100',
      'Har minskat 2 % sedan 2019 (kvartal 3 2025); målet till 2025 är oförändrad nivå',
      'Has decreased by 2% since 2019 (quarter 3 2025); the target for 2025 is no change',
    ],
    [
      'a target in broken per cent',
      { baseline: '62' },
      '60.4',
      '55.8',
      'Har minskat 3 % sedan 2019 (kvartal 3 2025); målet till 2025 är 10 %',
      'Has decreased by 3% since 2019 (quarter 3 2025); the target for 2025 is 10%',
    ],
    [
      'an index without a target',
      {},
      '57',
      null,
      'Har minskat 43 % sedan 2019 (kvartal 3 2025)',
      'Has decreased by 43% since 2019 (quarter 3 2025)',
    ],
    [
      'an index without a value',
      {},
      null,
      '55',
      'Inget värde ännu; målet till 2025 är att minska med 45 %',
      'No value yet; the target for 2025 is a decrease by 45%',
    ],
    [
      'a share',
      { ...share, baseline: '46' },
      '89',
      '90',
      'Har ökat 43 procentenheter sedan 2019, till 89 % (kvartal 3 2025); målet till 2025 är 90 %',
      'Has increased by 43 percentage points since 2019, to 89% (quarter 3 2025); the target for 2025 is 90%',
    ],
    [
      'a share of something, by one point',
      { unit: '% av inköpsvärdet', baseline: '41', quantityKind: 'share' },
      '40',
      '50',
      'Har minskat 1,0 procentenhet sedan 2019, till 40,0 % (kvartal 3 2025); målet till 2025 är 50,0 %',
      'Has decreased by 1.0 percentage point since 2019, to 40.0% (quarter 3 2025); the target for 2025 is 50.0%',
    ],
    [
      'a share from nothing',
      { ...share, baseline: '0' },
      '12',
      '50',
      'Har ökat 12 procentenheter sedan 2019, till 12 % (kvartal 3 2025); målet till 2025 är 50 %',
      'Has increased by 12 percentage points since 2019, to 12% (quarter 3 2025); the target for 2025 is 50%',
    ],
    [
      'a share that stands still',
      { ...share, baseline: '38' },
      '38',
      '48',
      'Är oförändrat sedan 2019, 38 % (kvartal 3 2025); målet till 2025 är 48 %',
      'Is unchanged since 2019, 38% (quarter 3 2025); the target for 2025 is 48%',
    ],
    [
      'a quantity',
      energy,
      '150.9',
      '150',
      'Har minskat 12 % sedan 2018, till 150,9 kWh/m² (kvartal 3 2025); målet till 2025 är 150,0 kWh/m²',
      'Has decreased by 12% since 2018, to 150.9 kWh/m² (quarter 3 2025); the target for 2025 is 150.0 kWh/m²',
    ],
    [
      'a large quantity',
      { unit: 'ton', decimals: 0, quantityKind: 'level', baseline: '12000' },
      '11400',
      '9000',
      'Har minskat 5 % sedan 2019, till 11 400 ton (kvartal 3 2025); målet till 2025 är 9 000 ton',
      'Has decreased by 5% since 2019, to 11,400 ton (quarter 3 2025); the target for 2025 is 9,000 ton',
    ],
    [
      'a quantity without a unit',
      { unit: '', decimals: 0, quantityKind: 'level', baseline: '10' },
      '12',
      '15',
      'Har ökat 20 % sedan 2019, till 12 (kvartal 3 2025); målet till 2025 är 15',
      'Has increased by 20% since 2019, to 12 (quarter 3 2025); the target for 2025 is 15',
    ],
    [
      'a quantity from zero',
      { unit: 'ton', decimals: 0, quantityKind: 'level', baseline: '0' },
      '12',
      '20',
      'Har ökat från 0 ton till 12 ton sedan 2019 (kvartal 3 2025); målet till 2025 är 20 ton',
      'Has increased from 0 ton to 12 ton since 2019 (quarter 3 2025); the target for 2025 is 20 ton',
    ],
    [
      'a quantity through zero',
      { unit: '°C', decimals: 0, quantityKind: 'level', baseline: '-3' },
      '2',
      '4',
      'Har ökat från −3 °C till 2 °C sedan 2019 (kvartal 3 2025); målet till 2025 är 4 °C',
      'Has increased from -3 °C to 2 °C since 2019 (quarter 3 2025); the target for 2025 is 4 °C',
    ],
    [
      'a quantity below zero',
      { unit: 'ton', decimals: 0, quantityKind: 'level', baseline: '-10' },
      '-15',
      '-20',
      'Har minskat 50 % sedan 2019, till −15 ton (kvartal 3 2025); målet till 2025 är −20 ton',
      'Has decreased by 50% since 2019, to -15 ton (quarter 3 2025); the target for 2025 is -20 ton',
    ],
    [
      'a quantity down to zero',
      { unit: 'ton', decimals: 0, quantityKind: 'level', baseline: '10' },
      '0',
      '0',
      'Har minskat 100 % sedan 2019, till 0 ton (kvartal 3 2025); målet till 2025, 0 ton, är nått',
      'Has decreased by 100% since 2019, to 0 ton (quarter 3 2025); the target for 2025, 0 ton, has been met',
    ],
    [
      'no baseline',
      { ...share, baseline: null, baselineYear: null },
      '44',
      '48',
      'Är 44 % (kvartal 3 2025); målet till 2025 är 48 %',
      'Is 44% (quarter 3 2025); the target for 2025 is 48%',
    ],
    [
      'nothing at all',
      { ...share, baseline: null, baselineYear: null },
      null,
      null,
      'Inget värde ännu',
      'No value yet',
    ],
    [
      'the base year itself',
      { unit: 'kg', decimals: 0, quantityKind: 'level', baseline: '410', baselineYear: 2025 },
      '402',
      '350',
      'Är 2 % lägre än basåret 2025, 402 kg (kvartal 3 2025); målet till 2025 är 350 kg',
      'Is 2% lower than in the base year 2025, 402 kg (quarter 3 2025); the target for 2025 is 350 kg',
    ],
  ])('%s', (_, change, value, target, sv, en) => {
    const series = [point('2025-Q3', value)];
    expect(plain(findingCaption(indicator(change), series, { targetValue: target, targetYear: 2025 }, 'sv'))).toBe(sv);
    expect(plain(findingCaption(indicator(change), series, { targetValue: target, targetYear: 2025 }, 'en'))).toBe(en);
  });

  it('says when the latest value is an old or a provisional one', () => {
    const told = (...series: SeriesPoint[]) =>
      plain(findingCaption(indicator(), series, { targetValue: '55', targetYear: 2025 }, 'sv'));
    expect(told(point('2025-Q1', '60'), point('2025-Q2', null))).toBe(
      'Har minskat 40 % sedan 2019 (kvartal 1 2025); målet till 2025 är 45 %',
    );
    expect(told(point('2025-Q1', '60', true))).toBe(
      'Har minskat 40 % sedan 2019 (kvartal 1 2025; preliminärt värde); målet till 2025 är 45 %',
    );
  });

  it.each([
    ['2022-Q1', 'Inget av 3 delmål är klart; nästa är ”Förslag”, kvartal 2 2022'],
    ['2022-Q2', 'Inget av 3 delmål är klart; ”Förslag” skulle ha varit klart kvartal 2 2022'],
    ['2022-Q3', '1 av 3 delmål är klart; nästa är ”Beslut”, kvartal 4 2022'],
    ['2024-Q4', 'Alla 3 delmål är klara'],
  ])('counts milestones as they stood in %s', (asOf, sv) => {
    const milestones = [
      { title: 'Förslag', due: '2022-Q2', done: '2022-Q3' },
      { title: 'Beslut', due: '2022-Q4', done: '2023-Q2' },
      { title: 'Infört', due: '2023-Q4', done: '2024-Q1' },
    ];
    expect(
      findingCaption(
        indicator({ kind: 'milestone', milestones }),
        [],
        { targetValue: null, targetYear: 2025 },
        'sv',
        asOf,
      ),
    ).toBe(sv);
  });

  it('never shows a figure that falls short as the target, whatever the figures', () => {
    const value = fc.integer({ min: 1, max: 30_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 99 }), (latest, target) => {
        const text = findingCaption(
          indicator({ decimals: 2 }),
          [point('2025-Q1', latest)],
          { targetValue: String(target), targetYear: 2025 },
          'sv',
        );
        const match = /minskat ([\d,]+)\u00a0% sedan 2019 .*; målet till 2025 är ([\d,]+)/.exec(text);
        if (match) expect(match[1] === match[2]).toBe(Number(latest) === target);
      }),
    );
  });
});

describe('numbers in words', () => {
  it('agree with the language’s own rules', () => {
    const decimal = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(decimal, ([n, decimals]) => {
        const value = roundDecimal(String(n), 0);
        for (const [language, locale] of Object.entries({ sv: 'sv-SE', en: 'en-GB' } as const)) {
          const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
          const expected = new Intl.NumberFormat(locale, digits).format(Number(value));
          expect(numberText(value, decimals, language as Language)).toBe(expected);
        }
      }),
    );
  });

  it.each([
    ['1.005', 2, '1.01'],
    ['-0.04', 1, '0.0'],
    ['-0.05', 1, '-0.1'],
    ['999999999999.999999', 2, '1000000000000.00'],
    ['46.100000', 1, '46.1'],
    ['7', 0, '7'],
  ])('round on the digits: %s', (value, decimals, rounded) => {
    expect(roundDecimal(value, decimals)).toBe(rounded);
  });

  it('keep what was written with more decimals', () => {
    expect(exactDecimal('46.100000', 1)).toBe('46.1');
    expect(exactDecimal('46.125000', 1)).toBe('46.125');
    expect(exactDecimal('46.000000', 1)).toBe('46.0');
  });
});

it('periods are named in both languages', () => {
  expect([periodText('2025-Q3', 'sv'), periodHeading('2025-T1', 'en'), periodHeading('2024', 'sv')]).toEqual([
    'kvartal 3 2025',
    'Tertial 1 2025',
    '2024',
  ]);
});
