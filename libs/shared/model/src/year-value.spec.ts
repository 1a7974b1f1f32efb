import { comparableAt, comparableValue, periodsCompare } from './comparable-value.js';
import { duePeriods, type MeasuredBy, type ValueInSeries, yearValue } from './year-value.js';

const quarters = (year: number, values: readonly (string | null)[]): ValueInSeries[] =>
  values.map((value, index) => ({ period: `${year}-Q${index + 1}`, value }));
const measured = (change: Partial<MeasuredBy>): MeasuredBy => ({ cadence: 'quarter', decimals: 2, ...change });

const series = [...quarters(2024, ['1.41', '4.39', '4.66', '1.77']), ...quarters(2025, ['1.73', '5.35', '5.68', null])];

describe('the value of a year', () => {
  it.each<[string, Partial<MeasuredBy>, string | null]>([
    ['the sum of its periods', { covers: 'period', yearFrom: 'sum' }, '12.23'],
    ['their mean, rounded on the digits', { covers: 'period', yearFrom: 'mean' }, '3.06'],
    ['their weighted mean', { covers: 'period', yearFrom: 'weighted_mean', yearWeights: ['3', '1', '1', '3'] }, '2.32'],
    ['the last one', { covers: 'year_to_date', yearFrom: 'last' }, '1.77'],
    ['nothing where it is reported by itself and has not been', { covers: 'period', yearFrom: 'reported' }, null],
    ['nothing where no weights are stated', { covers: 'period', yearFrom: 'weighted_mean' }, null],
    ['nothing where nothing is stated', {}, null],
  ])('is %s', (_, meaning, value) => {
    expect(yearValue(measured(meaning), series, 2024).value).toBe(value);
  });

  it('says how much of it there is while it is not whole', () => {
    const year = yearValue(measured({ covers: 'period', yearFrom: 'mean' }), series, 2025);
    expect([year.value, year.periods.length, year.of]).toEqual([null, 3, 4]);
  });

  it('is the one that was reported of a year', () => {
    const reported = [...series, { period: '2024', value: '3.3' }];
    expect(yearValue(measured({ yearFrom: 'reported' }), reported, 2024).value).toBe('3.3');
    expect(yearValue(measured({ cadence: 'year' }), reported, 2024).value).toBe('3.3');
  });

  it('has three periods where it is measured by tertial', () => {
    const tertials = ['1', '2', '4'].map((value, index) => ({ period: `2024-T${index + 1}`, value }));
    expect(yearValue(measured({ cadence: 'tertial', yearFrom: 'sum' }), tertials, 2024).value).toBe('7');
  });
});

it('is asked for by itself when its year ends, where it is reported so', () => {
  const meaning = measured({ covers: 'period', yearFrom: 'reported' });
  expect(duePeriods('2025-Q4', meaning)).toEqual(['2025-Q4', '2025']);
  expect(duePeriods('2025-Q3', meaning)).toEqual(['2025-Q3']);
  expect(duePeriods('2025-Q4', measured({ yearFrom: 'mean' }))).toEqual(['2025-Q4']);
  expect(duePeriods('2025-Q4', measured({ cadence: 'year' }))).toEqual(['2025']);
});

describe('a value that may be set against a year', () => {
  it('is made of the last four quarters, never of one', () => {
    const latest = comparableValue(measured({ covers: 'period', yearFrom: 'mean' }), series);
    expect(latest).toMatchObject({ value: '3.63', period: '2025-Q3', basis: 'mean', provisional: false });
    expect(latest?.periods).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']);
  });

  it('is provisional when one of its periods is', () => {
    const loose = series.map((point) => ({ ...point, provisional: point.period === '2025-Q1' }));
    expect(comparableValue(measured({ yearFrom: 'sum' }), loose)?.provisional).toBe(true);
    expect(comparableValue(measured({ yearFrom: 'sum' }), loose, '2024')?.provisional).toBe(false);
  });

  it('goes past a gap to the last whole one', () => {
    const gap = series.map((point) => (point.period === '2025-Q2' ? { ...point, value: null } : point));
    expect(comparableValue(measured({ yearFrom: 'sum' }), gap)?.period).toBe('2025-Q1');
  });

  it('is of the year where the running total or the last value of a year is meant', () => {
    const meaning = measured({ covers: 'year_to_date', yearFrom: 'last' });
    expect(comparableValue(meaning, series)).toMatchObject({ value: '1.77', period: '2024', basis: 'year' });
    expect(comparableAt(meaning, series, '2025-Q3')).toBeNull();
  });

  it('is any period’s where twelve months or a point in time are covered', () => {
    for (const covers of ['rolling_twelve_months', 'point_in_time'] as const) {
      const meaning = measured({ covers, yearFrom: 'last' });
      expect(comparableValue(meaning, series)).toMatchObject({ value: '5.68', period: '2025-Q3' });
      expect(periodsCompare(meaning)).toBe(true);
    }
  });

  it('is none where nothing is stated, and in a report on a year that is not whole', () => {
    expect(comparableValue(measured({}), series)).toBeNull();
    expect(comparableValue(measured({ yearFrom: 'mean' }), series, '2025')).toBeNull();
    expect(comparableValue(measured({ yearFrom: 'mean' }), series, '2024')?.value).toBe('3.06');
    expect(periodsCompare(measured({ covers: 'period', yearFrom: 'mean' }))).toBe(false);
  });
});
