import {
  formatAlternatives,
  formatDate,
  formatDateTime,
  formatMoment,
  formatNumber,
  formatPeriod,
  formatPeriodInText,
  relativeDays,
} from './format';

describe('formats', () => {
  it('write as Swedes do', () => {
    expect(formatDate('2026-01-31')).toBe('31 januari 2026');
    expect(formatDate('2026-02-14T23:30:00Z')).toBe('15 februari 2026');
    expect(formatDateTime('2026-07-01T12:32:00Z')).toContain('14:32');
    const evening = new Date('2026-01-31T22:59:00Z');
    expect(formatMoment('2026-01-31T13:32:00Z', evening)).toBe('14:32');
    expect(formatMoment('2026-01-30T23:05:00Z', evening)).toBe('00:05');
    expect(formatMoment('2026-01-30T22:55:00Z', evening)).toMatch(/^30 januari .*23:55$/);
    expect(formatNumber('1234.5', 2)).toBe('1\u00a0234,50');
    expect(formatPeriod('2025-Q4')).toBe('Kvartal 4 2025');
    expect(formatPeriodInText('2025-Q4')).toBe('kvartal 4 2025');
    expect(formatPeriod('2025')).toBe('2025');
    expect(formatAlternatives(['Anna', 'Otto', 'Doris'])).toBe('Anna, Otto eller Doris');
  });

  it.each([
    [12, 'shared.days.left', 12],
    [1, 'shared.days.one', 1],
    [0, 'shared.days.today', 0],
    [-1, 'shared.days.oneLate', 1],
    [-3, 'shared.days.late', 3],
  ])('say how long is left: %s', (days, key, count) => expect(relativeDays(days)).toEqual({ key, count }));
});
