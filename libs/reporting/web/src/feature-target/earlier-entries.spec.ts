import type { TargetEntry } from '@malspar/reporting-model';
import { entryRows, measuresOf, originsOf } from './earlier-entries';

const now = {
  validFrom: '2023-09-01',
  title: 'Minst 50 procent.',
  targetYear: 2025,
  targetValue: '50',
  targetValueProvenance: 'illustrative' as const,
  amendmentId: null,
};
const entry = (period: string, change: Partial<TargetEntry> = {}): TargetEntry => ({
  period,
  assessment: 'on_track',
  values: [],
  noValueReason: '',
  comment: '',
  measure: null,
  provenance: 'reported',
  reportId: '00000000-0000-4000-8000-000000000001',
  state: 'approved',
  target: now,
  parts: [],
  ...change,
});

describe('earlier entries', () => {
  it('are newest first, with the target as it read then where it read otherwise', () => {
    const then = { ...now, targetYear: 2024, validFrom: '2021-01-01' };
    const rows = entryRows([entry('2023-Q1', { target: then }), entry('2024-Q1')], now);
    expect(rows.map((row) => [row.entry.period, row.thenTarget?.targetYear])).toEqual([
      ['2024-Q1', undefined],
      ['2023-Q1', 2024],
    ]);
  });

  it('give each measure once, with the latest period it was said in', () => {
    const measure = { text: 'Byt bilar.', responsible: '', dueOn: null };
    const other = { ...measure, text: 'Se över policyn.' };
    const measures = measuresOf([
      entry('2024-Q1', { measure }),
      entry('2024-Q2', { measure: other }),
      entry('2024-Q3', { measure }),
      entry('2024-Q4', { measure: { ...measure, text: '' } }),
    ]);
    expect(measures.map((each) => [each.period, each.measure.text])).toEqual([
      ['2024-Q3', 'Byt bilar.'],
      ['2024-Q2', 'Se över policyn.'],
    ]);
  });
});

describe('where values come from', () => {
  it('is told once for each origin, and not for values that are missing', () => {
    const point = { value: '1', provisional: false, provenance: 'illustrative' as const, sourceKey: null };
    const origins = originsOf([
      { ...point, period: '2021' },
      { ...point, period: '2022', provenance: 'verified', sourceKey: 'red2021' },
      { ...point, period: '2023' },
      { ...point, period: '2024', value: null },
    ]);
    expect(origins).toEqual([
      { provenance: 'illustrative', sourceKey: null, periods: ['2021', '2023'] },
      { provenance: 'verified', sourceKey: 'red2021', periods: ['2022'] },
    ]);
  });
});
