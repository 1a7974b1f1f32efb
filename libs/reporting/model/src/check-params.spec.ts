// What a check tells its reader, and where exactly it begins to ask: the sentences of the form are made of these.
import { checkEntry } from './checks.js';
import { contradictsAbsence, knownValues, usualRange } from './checks-of-values.js';
import { emptyEntryContent, type EntryContent, type SeriesPoint } from './entry.js';
import { decimalSlip, fallToZero, type KnownValue, jump, lastBefore, usualChange } from './series-rules.js';
import { aCheckedEntry, type CheckedEntryChange as Change } from './testing/index.js';

const PERIOD = '2025-Q3';
const point = (period: string, value: string | null): SeriesPoint => ({
  period,
  value,
  provisional: false,
  provenance: 'reported',
  sourceKey: null,
});
const content = (change: Partial<EntryContent> = {}): EntryContent => ({
  ...emptyEntryContent,
  assessment: 'on_track',
  values: [{ period: PERIOD, value: '46.1' }],
  ...change,
});
const told = ({ content: written, ...rest }: Change, period = PERIOD) =>
  checkEntry(aCheckedEntry({ ...rest, content: content(written) }), period).map(({ code, params }) => ({
    code,
    ...params,
  }));
const value = (written: string | null): { content: Partial<EntryContent> } => ({
  content: { values: [{ period: PERIOD, value: written }] },
});
const quarters = (...values: string[]) => values.map((each, nth) => point(`2024-Q${nth + 1}`, each));

describe('what a check of a value tells', () => {
  it('names the period that has no value, and the row it is missing in', () => {
    const twice = { duePeriods: ['2025-Q2', PERIOD] };
    expect(told({ ...twice, ...value(null) })).toEqual([
      { code: 'no_value', period: '2025-Q2' },
      { code: 'no_value', period: PERIOD },
    ]);
    const entry = aCheckedEntry({ ...twice, content: content({ values: [{ period: PERIOD, value: null }] }) });
    expect(checkEntry(entry, PERIOD).map(({ field, kind }) => `${kind} ${field}`)).toEqual([
      'hard /values/0',
      'hard /values/0',
    ]);
  });

  it('names what is no number, and says nothing more of it', () => {
    expect(told(value('tolv'))).toEqual([{ code: 'not_a_number', period: PERIOD }]);
  });

  const share = { indicator: { unit: '%', decimals: 1, direction: 'increase', min: '0', max: '100' } } as const;
  it.each([
    ['-0.1', { code: 'below_unit', min: '0' }],
    ['100.1', { code: 'above_unit', max: '100' }],
  ])('names the limit that %s is outside', (written, limit) => {
    expect(told({ ...share, ...value(written) })).toContainEqual({
      period: PERIOD,
      value: written,
      unit: '%',
      ...limit,
    });
  });

  it('names how many decimals there may be', () => {
    expect(told({ ...share, series: [point('2025-Q2', '12.3')], ...value('12.34') })).toContainEqual({
      code: 'too_many_decimals',
      period: PERIOD,
      value: '12.34',
      decimals: 1,
    });
  });

  const guessed = { indicator: { unit: '%', quantityKind: 'share', direction: 'increase', baseline: '10' } } as const;
  it.each([
    ['-0.1', { side: 'below', limit: 0 }],
    ['100.1', { side: 'above', limit: 100 }],
  ])('names the usual limit that %s is outside', (written, limit) => {
    expect(told({ ...guessed, ...value(written) })).toContainEqual({
      code: 'outside_unit',
      period: PERIOD,
      value: written,
      unit: '%',
      ...limit,
    });
  });

  it('names the factor of a slip, its direction and what it is against', () => {
    const before = { series: [point('2025-Q2', '46')] };
    const common = { code: 'factor_of_ten', period: PERIOD, lastPeriod: '2025-Q2', last: '46.0' };
    expect(told({ ...before, ...value('4.6') })).toContainEqual({
      ...common,
      value: '4.6',
      factor: 10,
      direction: 'smaller',
    });
    expect(told({ ...before, ...value('4600') })).toContainEqual({
      ...common,
      value: '4600',
      factor: 100,
      direction: 'larger',
    });
  });

  it('names which of the values it tells of are examples', () => {
    const examples = (...values: string[]) =>
      quarters(...values).map((each) => ({ ...each, provenance: 'illustrative' as const }));
    const said = (entry: Change, code: string) => told(entry).find((each) => each.code === code);
    expect(said({ series: examples('46'), ...value('4.6') }, 'factor_of_ten')).toMatchObject({ examples: 'last' });
    expect(said({ series: examples('46', '45'), ...value('0') }, 'fell_to_zero')).toMatchObject({ examples: 'last' });
    const steady = ['50', '51', '50.5', '51.5'];
    expect(said({ ...value('70'), series: examples(...steady) }, 'outside_series')).toMatchObject({
      examples: 'last usual',
    });
    const mixed = [...examples(...steady).slice(0, 3), ...quarters(...steady).slice(3)];
    expect(said({ ...value('70'), series: mixed }, 'outside_series')).toMatchObject({ examples: 'usual' });
    const away = { ...value('70'), series: examples(...steady), provenance: 'illustrative' as const };
    expect(said(away, 'assessment_contradicts')).toMatchObject({ why: 'moving_away', examples: 'target last' });
    expect(said({ ...away, exampleFields: ['values/2025-Q3'] }, 'assessment_contradicts')).toMatchObject({
      examples: 'value target last',
    });
    expect(told({ ...value('70'), series: quarters(...steady) }).every((each) => !('examples' in each))).toBe(true);
  });

  it('names the value before a fall to zero', () => {
    expect(told({ series: quarters('46', '45'), ...value('0') })).toContainEqual({
      code: 'fell_to_zero',
      period: PERIOD,
      value: '0',
      lastPeriod: '2024-Q2',
      last: '45.0',
    });
  });

  it('names the change of a jump and what is usual', () => {
    const written = { ...value('70'), series: quarters('50', '51', '50.5', '51.5') };
    expect(told(written)).toContainEqual({
      code: 'outside_series',
      period: PERIOD,
      value: '70',
      lastPeriod: '2024-Q4',
      last: '51.5',
      change: '18.5',
      usual: '1.0',
    });
  });

  it('names the period of the words that are the same', () => {
    const last = {
      period: '2025-Q2',
      assessment: null,
      values: [],
      noValueReason: '',
      comment: 'Som förut.',
      measure: null,
      provenance: 'reported' as const,
    };
    expect(told({ last, content: { comment: 'SOM  FÖRUT.' } })).toEqual([{ code: 'same_text', lastPeriod: '2025-Q2' }]);
    expect(told({ last: { ...last, comment: '' }, content: { comment: ' ' } })).toEqual([]);
    expect(told({ last: null, content: { comment: 'Som förut.' } })).toEqual([]);
    const later = { notMeasurableUntil: '2026-Q1', content: { comment: 'Som förut.', values: [] } };
    expect(told({ last, ...later })).toEqual([]);
  });

  it('puts what is hard first, and names what could not be read', () => {
    const written = aCheckedEntry({
      series: [point('2025-Q2', '46')],
      content: content({ assessment: null, values: [{ period: PERIOD, value: '4.6' }] }),
    });
    const checks = checkEntry({ ...written, unreadable: ['comment'] }, PERIOD);
    expect(checks.map(({ kind, code, field, params }) => [kind, code, field, params['value']])).toEqual([
      ['hard', 'unreadable', '/comment', undefined],
      ['hard', 'no_assessment', '/assessment', undefined],
      ['soft', 'factor_of_ten', '/values/0', '4.6'],
    ]);
    expect(checks.every(({ targetCode, explained }) => targetCode === written.targetCode && !explained)).toBe(true);
  });
});

describe('a value together with a reason why there is none', () => {
  const entry = (change: Partial<EntryContent>, duePeriods: string[] = [PERIOD]) => ({
    content: content({ noValueReason: 'Mätaren var trasig.', ...change }),
    duePeriods,
  });
  it('cannot both be true', () => {
    expect(contradictsAbsence(entry({}))).toBe(true);
    expect(contradictsAbsence(entry({ noValueReason: ' ' }))).toBe(false);
    expect(contradictsAbsence(entry({ values: [{ period: PERIOD, value: null }] }))).toBe(false);
    expect(contradictsAbsence(entry({ values: [] }))).toBe(false);
    expect(contradictsAbsence(entry({}, []))).toBe(false);
    expect(contradictsAbsence(entry({}, ['2025-Q2', PERIOD]))).toBe(false);
  });
  it('stops the report', () => {
    const written = aCheckedEntry({ content: entry({}).content });
    expect(checkEntry(written, PERIOD).map(({ kind, code, field }) => [kind, code, field])).toEqual([
      ['hard', 'value_and_reason', '/noValueReason'],
    ]);
  });
});

describe('what a value usually is', () => {
  type Known = Parameters<typeof usualRange>[0];
  const range = (quantityKind: string | null, ...known: (string | null)[]) => {
    const [baseline = null, targetValue = null, ...series] = known;
    const { indicator, target } = aCheckedEntry({});
    return usualRange({
      indicator: { ...indicator, baseline, quantityKind } as Known['indicator'],
      target: { ...target, targetValue },
      series: series.map((each, nth) => point(`2024-Q${nth + 1}`, each)),
    });
  };
  it.each([
    ['level', [], { min: 0, max: null }],
    ['index', ['100'], { min: 0, max: null }],
    ['share', ['10', '100'], { min: 0, max: 100 }],
    ['share', ['10', '100', '100.1'], { min: 0, max: null }],
    ['share', ['-1'], { min: null, max: 100 }],
    ['level', ['0', '-0.1'], { min: null, max: null }],
    ['level', ['0', '5', null, '-3'], { min: null, max: null }],
    ['change_since_base', [], { min: null, max: null }],
    ['change_per_year', [], { min: null, max: null }],
  ] as const)('of a %s with %j', (kind, known, expected) => expect(range(kind, ...known)).toEqual(expected));
});

const valuesOf = (...values: number[]): KnownValue[] =>
  values.map((each, nth) => ({
    period: `${2023 + Math.floor(nth / 4)}-Q${(nth % 4) + 1}`,
    value: each,
    written: String(each),
  }));
const valueIn = (period: string, each: number): KnownValue => ({ period, value: each, written: String(each) });

describe('the values that are known', () => {
  it('are those before and those written here, which stand in for the ones before', () => {
    const entry = aCheckedEntry({
      series: [point('2025-Q1', '40'), point('2025-Q2', null), point(PERIOD, '1')],
      content: content({
        values: [
          { period: PERIOD, value: '46.10' },
          { period: '2025-Q4', value: 'tolv' },
        ],
      }),
    });
    expect(knownValues(entry)).toEqual([
      { period: '2025-Q1', value: 40, written: '40' },
      { period: PERIOD, value: 46.1, written: '46.10' },
    ]);
  });
});

describe('the rules of a series', () => {
  it('take the last value of the same cadence, whatever order they come in', () => {
    const [first, second, third] = valuesOf(1, 2, 3) as [KnownValue, KnownValue, KnownValue];
    expect(lastBefore([third, first, second, valueIn('2022', 9)], '2023-Q3')).toBe(second);
    expect(lastBefore([third], '2023-Q3')).toBeUndefined();
  });

  it('know what is usual from four values, as the median of the changes', () => {
    expect(usualChange(valuesOf(1, 2, 4), '2023-Q4')).toBeNull();
    expect(usualChange(valuesOf(1, 2, 4, 5), '2024-Q1')).toBe(1);
    expect(usualChange(valuesOf(1, 2, 4, 10, 14), '2024-Q2')).toBe(3);
    expect(usualChange(valuesOf(10, 4, 2, 1, 9), '2024-Q1')).toBe(2);
  });

  it.each([
    [20.01, 1, null],
    [19.99, 1, 10],
    [5.01, 1, 10],
    [4.99, 1, null],
    [0.19, 1, 10],
    [0.21, 1, null],
    [199, 1, 100],
    [501, 1, 1000],
    [1999, 1, 1000],
    [2001, 1, null],
    [10_000, 1, null],
    [-10, 1, null],
    [-10, -1, 10],
    [0, 1, null],
    [10, 0, null],
  ])('take %d after %d for a slip by %s', (now, before, factor) => {
    const slip = decimalSlip(valueIn('2023-Q2', now), valuesOf(before));
    // A factor of two on either side of a power of ten.
    expect(slip?.factor ?? null).toBe(factor);
    if (slip) expect([slip.larger, slip.against]).toEqual([Math.abs(now) > Math.abs(before), valuesOf(before)[0]]);
  });

  it('hold a value against that of a year before, too', () => {
    const series = valuesOf(1, 30, 30, 30);
    expect(decimalSlip(valueIn('2024-Q1', 10), series)).toMatchObject({ factor: 10, against: series[0] });
    // Near that of a year before it is the season's.
    expect(decimalSlip(valueIn('2024-Q1', 1.9), valuesOf(1, 19, 19, 19))).toBeNull();
    expect(decimalSlip(valueIn('2024-Q1', 2.1), valuesOf(1, 21, 21, 21))).toMatchObject({ factor: 10, larger: false });
    expect(decimalSlip(valueIn('2025', 10), [valueIn('2024', 1)])).toMatchObject({ factor: 10 });
  });

  it('take zero for a fall only where nothing was near it', () => {
    const zero = valueIn('2024-Q1', 0);
    expect(fallToZero(zero, valuesOf(5, 6, 7), 1)?.value).toBe(7);
    expect(fallToZero(zero, valuesOf(-5, -6), 1)?.value).toBe(-6);
    expect(fallToZero(zero, valuesOf(10, 1.01), 1)?.value).toBe(1.01);
    expect(fallToZero(zero, valuesOf(10, 1), 0.1)).toBeNull();
    expect(fallToZero(zero, valuesOf(2, 1), 1)).toBeNull();
    expect(fallToZero(zero, [], 1)).toBeNull();
    expect(fallToZero(valueIn('2024-Q1', 0.1), valuesOf(5), 0.1)).toBeNull();
  });

  it('take for a jump what is more than 5.19 usual changes away, and no less', () => {
    const calm = valuesOf(10, 11, 10, 11);
    expect(jump(valueIn('2024-Q1', 16.1), calm, 0.1)).toBeNull();
    expect(jump(valueIn('2024-Q1', 16.2), calm, 0.1)).toEqual({ against: calm[3], usual: 1 });
    expect(jump(valueIn('2024-Q1', 5.8), calm, 0.1)).toEqual({ against: calm[3], usual: 1 });
    expect(jump(valueIn('2024-Q1', 5.9), calm, 0.1)).toBeNull();
    expect(jump(valueIn('2023-Q4', 90), calm.slice(0, 3), 0.1)).toBeNull();
    // The least that can be written is the least that counts as usual.
    expect(jump(valueIn('2024-Q1', 15), valuesOf(10, 10, 10, 10), 1)).toBeNull();
    expect(jump(valueIn('2024-Q1', 16), valuesOf(10, 10, 10, 10), 1)).toMatchObject({ usual: 1 });
  });

  it('forgive a jump that comes each year, once three years’ changes show it', () => {
    const seasonal = valuesOf(50, 10, 10, 10, 50, 10, 10, 10);
    expect(jump(valueIn('2025-Q1', 50), seasonal, 0.1)).toBeNull();
    expect(jump(valueIn('2025-Q1', 50.5), seasonal, 0.1)).toBeNull();
    expect(jump(valueIn('2025-Q1', 50.6), seasonal, 0.1)).not.toBeNull();
    expect(jump(valueIn('2025-Q1', 30), seasonal, 0.1)).not.toBeNull();
    // Two years' changes are not enough.
    expect(jump(valueIn('2024-Q3', 50), valuesOf(10, 10, 50, 10, 10, 10), 0.1)).not.toBeNull();
    expect(jump(valueIn('2024-Q4', 50), valuesOf(10, 10, 10, 50, 10, 10, 10), 0.1)).toBeNull();
    // A value that nobody has a year's like of.
    expect(jump(valueIn('2025-Q1', 50), seasonal.slice(5), 0.1)).toBeNull();
  });
});
