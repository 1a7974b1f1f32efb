import { expectedOn, meetsTarget } from './target-line.js';

const version = {
  validFrom: '2021-01-01',
  title: '',
  targetYear: 2025,
  targetValue: '50' as string | null,
  targetValueProvenance: null,
  amendmentId: null,
};
const indicator = { baseline: '100', baselineYear: 2020, decimals: 1, direction: 'decrease' } as const;

describe('expectedOn', () => {
  it.each([
    ['2015-05-05', '100.0'],
    ['2020-12-31', '100.0'],
    ['2023-07-02', '75.0'],
    ['2025-12-31', '50.0'],
    ['2031-01-01', '50.0'],
  ])('on %s', (date, expected) => {
    expect(expectedOn(indicator, version, date)).toBe(expected);
  });

  it('is nothing without both ends of the line', () => {
    expect(expectedOn({ ...indicator, baseline: null }, version, '2023-01-01')).toBeNull();
    expect(expectedOn(indicator, { ...version, targetValue: null }, '2023-01-01')).toBeNull();
  });

  it('is the target when there is no time between', () => {
    expect(expectedOn({ ...indicator, baselineYear: 2025 }, version, '2023-01-01')).toBe('50.0');
  });
});

describe('meetsTarget', () => {
  it('follows the direction', () => {
    expect(meetsTarget('50', indicator, version)).toBe(true);
    expect(meetsTarget('51', indicator, version)).toBe(false);
    expect(meetsTarget('51', { ...indicator, direction: 'increase' }, version)).toBe(true);
    expect(meetsTarget('51', { ...indicator, direction: 'reach', baseline: null }, version)).toBe(false);
    expect(meetsTarget('51', indicator, { ...version, targetValue: null })).toBeNull();
  });
});
