import { cellText } from './figure.js';
import { type EntryInParts, figureOfParts } from './figure-of-parts.js';
import { figureOfTargets, type TargetInSeries } from './figure-of-targets.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const inParts = (change: Partial<EntryInParts['entry']> = {}, provisional = false): EntryInParts => ({
  code: 'L3',
  indicator: { name: 'Kassation', unit: 'kg', decimals: 0 },
  series: [{ period: '2025-Q4', value: '100', provisional }],
  entry: {
    period: '2025-Q4',
    values: [{ period: '2025-Q4', value: '100' }],
    parts: [
      { label: 'Akut', value: '30' },
      { label: 'Kirurgi', value: '70' },
    ],
    ...change,
  },
});
const target = (code: string, values: readonly (string | null)[], change: Partial<TargetInSeries> = {}) => ({
  code,
  indicator: {
    name: `Det som mäts i ${code}`,
    unit: 'ton',
    decimals: 0,
    cadence: 'quarter' as const,
    direction: 'decrease' as const,
    baseline: '60',
    baselineYear: null,
  },
  targetValue: '50',
  targetYear: 2025,
  series: values.map((value, index) => ({ period: `2025-Q${index + 1}`, value, provisional: false })),
  ...change,
});

describe('the parts of an entry', () => {
  it('are one bar with its finding where they add up, and the same as a table', () => {
    const figure = figureOfParts(inParts(), 'sv');
    expect(plain(figure?.caption ?? '')).toBe('Störst del är Kirurgi, 70 % av 100 kg (kvartal 4 2025)');
    expect(figure?.drawing?.wide.marks.some(({ role }) => role === 'part-1')).toBe(true);
    expect(figure?.table.columns.map(({ text }) => text)).toEqual(['Del', 'kg', 'Andel']);
    expect(figure?.table.rows.map((row) => row.map((cell) => plain(cellText(cell, 'sv'))))).toEqual([
      ['Akut', '30', '30 %'],
      ['Kirurgi', '70', '70 %'],
      ['Hela utfallet', '100', '100 %'],
    ]);
  });

  it('are a table alone where they do not add up, and nothing where there are none', () => {
    const figure = figureOfParts(inParts({ values: [{ period: '2025-Q4', value: '89' }] }), 'sv');
    expect(figure?.drawing).toBeNull();
    expect(figure?.caption).toBe('Kassation: utfallets delar, kvartal 4 2025');
    expect(figure?.table.columns.map(({ text }) => text)).toEqual(['Del', 'kg']);
    expect(figureOfParts(inParts({ values: [] }), 'sv')?.table.rows).toHaveLength(2);
    expect(figureOfParts(inParts({ parts: [] }), 'sv')).toBeNull();
  });

  it.each([true, false])('say in words and with a hatch whether they are provisional: %s', (provisional) => {
    const figure = figureOfParts(inParts({}, provisional), 'sv');
    expect(figure?.caption.includes('preliminärt värde')).toBe(provisional);
    for (const scene of [figure?.drawing?.wide, figure?.drawing?.narrow]) {
      expect(scene?.marks.some(({ role }) => role === 'hatch-edge')).toBe(provisional);
    }
  });
});

describe('the targets of an area', () => {
  it('are small multiples where at least two have figures; the others are named', () => {
    const targets = [target('L1', ['60', '55']), target('L2', [null]), target('L3', ['60', null, '48'])];
    const figure = figureOfTargets({ slug: 'lakemedel', targets }, 'sv');
    expect(figure?.drawing?.wide.stops).toHaveLength(2);
    expect(figure?.note).toBe('Mål L2 har inga siffror att rita.');
    expect(figure?.table.rows.map((row) => row.map((cell) => plain(cellText(cell, 'sv'))))).toEqual([
      ['L1', 'Det som mäts i L1', '60 ton (kvartal 1 2025)', '55 ton (kvartal 2 2025)', '–', '50 ton'],
      ['L3', 'Det som mäts i L3', '60 ton (kvartal 1 2025)', '48 ton (kvartal 3 2025)', '–', '50 ton'],
    ]);
    expect(figureOfTargets({ slug: 'lakemedel', targets: targets.slice(0, 2) }, 'sv')).toBeNull();
  });

  it('are judged, drawn and told by one value, never by the last period of another', () => {
    const yearly = { covers: 'period', yearFrom: 'sum' } as const;
    const first = target('L1', ['10', '20', '30', '40']);
    const targets = [{ ...first, indicator: { ...first.indicator, ...yearly } }, target('L2', ['60', '48'])];
    const figure = figureOfTargets({ slug: 'lakemedel', targets }, 'sv');
    expect(plain(figure?.caption ?? '')).toContain('1 inte kommit närmare');
    const texts = figure?.drawing?.wide.marks.flatMap((mark) => (mark.kind === 'text' ? [plain(mark.text)] : []));
    expect(texts?.slice(0, 3)).toEqual(['L1', '100 ton', 'summan för 2025']);
    expect(figure?.table.rows[0]?.slice(3).map((cell) => plain(cellText(cell, 'sv')))).toEqual([
      '40 ton (kvartal 4 2025)',
      '100 ton (summan för 2025)',
      '50 ton',
    ]);
    const begun = figureOfTargets({ slug: 'lakemedel', targets }, 'sv', '2025-Q3');
    expect(begun?.table.rows[0]?.at(4)).toBeNull();
  });

  it('set a year’s sum against a year’s sum, in words, in the line and on its scale', () => {
    const sums = { covers: 'period', yearFrom: 'sum' } as const;
    const quarters = [2023, 2024].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`)).slice(0, 7);
    const halved = {
      ...target('L2', []),
      series: quarters.map((period, n) => ({ period, value: n < 4 ? '40' : '20', provisional: false })),
    };
    const targets = [{ ...halved, indicator: { ...halved.indicator, ...sums } }, target('L3', ['60', '48'])];
    const wide = figureOfTargets({ slug: 'lakemedel', targets }, 'sv')?.drawing?.wide;
    expect(plain(wide?.stops[0]?.says ?? '')).toBe(
      'L2, Det som mäts i L2: 100 ton (summan av kvartal 4 2023–kvartal 3 2024), var 160 ton (summan för 2023), ' +
        'målet 2025 är 50 ton',
    );
    const texts = wide?.marks.flatMap((mark) => (mark.kind === 'text' ? [plain(mark.text)] : [])) ?? [];
    expect(texts).toContain('Skala 0 till 200 ton');
    expect(wide?.marks.filter(({ role }) => role === 'target')).toHaveLength(1);
  });

  it('say that a baseline that they are told against lies outside', () => {
    const from = (code: string, baselineYear: number | null, values = ['60', '55'], change = {}) => {
      const { indicator, ...rest } = target(code, values);
      return {
        ...rest,
        indicator: { ...indicator, covers: 'rolling_twelve_months' as const, baselineYear, ...change },
      };
    };
    const noteOf = (...targets: TargetInSeries[]) =>
      figureOfTargets({ slug: 'lakemedel', targets }, 'sv')?.note ?? null;
    const year = Number(target('L1', ['60']).series[0]?.period.slice(0, 4));
    expect(plain(noteOf(from('L1', year - 1), from('L2', year)) ?? '')).toBe(
      `Utgångsvärdet för L1 (60 ton, ${year - 1}) ligger före figurens första period.`,
    );
    expect(plain(noteOf(from('L1', year - 1), from('L2', year - 6)) ?? '')).toContain(
      `L1 (60 ton, ${year - 1}) och L2 (60 ton, ${year - 6}) ligger före`,
    );
    // Nothing is said of a baseline that nothing is told against.
    expect(noteOf(from('L1', year - 1, ['60', '10']), from('L2', null))).toBeNull();
    expect(noteOf(from('L1', year - 1, ['60', '55'], { covers: null }), from('L2', year))).toBeNull();
  });

  it('have no point of another cadence, and no target value where there is none', () => {
    const yearly = [{ period: '2024', value: '99', provisional: false }];
    const [first, second] = [target('L1', ['60', '55']), target('L2', ['60', '48'], { targetValue: null })];
    const targets = [{ ...first, series: [...yearly, ...first.series] }, second];
    const figure = figureOfTargets({ slug: 'lakemedel', targets }, 'en');
    const rows = figure?.table.rows.map((row) => row.map((cell) => plain(cellText(cell, 'en'))));
    expect(rows?.map(([, , ...rest]) => rest)).toEqual([
      ['60 ton (quarter 1 2025)', '55 ton (quarter 2 2025)', '99 ton (2024)', '50 ton'],
      ['60 ton (quarter 1 2025)', '48 ton (quarter 2 2025)', '–', '–'],
    ]);
  });
});
