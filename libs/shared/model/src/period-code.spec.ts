import fc from 'fast-check';
import {
  comparePeriods,
  parsePeriod,
  periodContaining,
  PeriodCode,
  periodsEndingWithin,
  shiftPeriod,
  valuePeriods,
} from './period-code.js';
import { addDays, dateInZone, daysBetween, PlainDate } from './plain-date.js';

describe('period codes', () => {
  it('know their first and last day', () => {
    expect(parsePeriod('2024-Q1')).toMatchObject({ start: '2024-01-01', end: '2024-03-31', cadence: 'quarter' });
    expect(parsePeriod('2025-T2')).toMatchObject({ start: '2025-05-01', end: '2025-08-31', cadence: 'tertial' });
    expect(parsePeriod('2025')).toMatchObject({ start: '2025-01-01', end: '2025-12-31', cadence: 'year' });
  });

  it.each(['2025-Q5', '2025-T4', '25', '2025-q1', '2025-13', ''])('refuse %s', (code) => {
    expect(() => parsePeriod(code)).toThrow(RangeError);
  });

  it.each(['0000-Q1', '0999', '3000-T1', '9999-Q4'])('refuse a year that dates cannot be reckoned in: %s', (code) => {
    expect(PeriodCode.safeParse(code).success).toBe(false);
  });

  it('refuse a fourth tertial already as data', () => {
    expect(PeriodCode.safeParse('2025-T4').success).toBe(false);
  });

  it('are found by any date in them', () => {
    const cadence = fc.constantFrom('quarter' as const, 'tertial' as const, 'year' as const);
    fc.assert(
      fc.property(cadence, fc.integer({ min: 0, max: 40_000 }), (how, days) => {
        const date = addDays('1990-01-01', days);
        const period = periodContaining(date, how);
        expect(period.start <= date && date <= period.end).toBe(true);
        expect(parsePeriod(period.code)).toEqual(period);
        expect(daysBetween(period.end, shiftPeriod(period.code, 1).start)).toBe(1);
        expect(shiftPeriod(shiftPeriod(period.code, 7).code, -7)).toEqual(period);
      }),
    );
  });

  it('say for which periods an indicator is due in a report', () => {
    expect(valuePeriods('2025-Q4', 'year')).toEqual(['2025']);
    expect(valuePeriods('2025-Q3', 'year')).toEqual([]);
    expect(valuePeriods('2025-Q2', 'quarter')).toEqual(['2025-Q2']);
    expect(valuePeriods('2025', 'quarter')).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
    expect(valuePeriods('2025-T1', 'quarter')).toEqual(['2025-Q1']);
    expect(valuePeriods('2025-Q2', 'tertial')).toEqual(['2025-T1']);
  });

  it('fill a plan from its first to its last day', () => {
    const codes = periodsEndingWithin('2021-01-01', '2025-12-31', 'quarter').map((period) => period.code);
    expect(codes).toHaveLength(20);
    expect([codes[0], codes.at(-1)]).toEqual(['2021-Q1', '2025-Q4']);
  });

  it('sort by when they end', () => {
    expect(['2025', '2025-Q1', '2025-Q4', '2024'].sort(comparePeriods)).toEqual(['2024', '2025-Q1', '2025-Q4', '2025']);
  });
});

describe('plain dates', () => {
  it.each(['2024-02-29', '2025-12-31'])('exist: %s', (date) => expect(PlainDate.safeParse(date).success).toBe(true));
  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025-01-01T00:00:00Z'])('do not exist: %s', (date) =>
    expect(PlainDate.safeParse(date).success).toBe(false),
  );
  it('follow the clock of the place, not of the machine', () => {
    expect(dateInZone(new Date('2026-02-14T23:30:00Z'))).toBe('2026-02-15');
  });
});
