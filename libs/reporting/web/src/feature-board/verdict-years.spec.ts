import { verdictYears } from './verdict-years';

const said = (focusAreaSlug: string, period: string, verdict: 'fully' | 'not') => ({
  focusAreaSlug,
  period,
  verdict,
  explanation: '',
  provenance: 'verified' as const,
  reportId: '00000000-0000-4000-8000-000000000001',
});

describe('verdictYears', () => {
  it('has a row for every area in the plan’s order and a column for every period, whatever their cadence', () => {
    const years = verdictYears(
      [
        { slug: 'b', title: 'B', number: 2 },
        { slug: 'a', title: 'A', number: 1 },
      ],
      {
        periods: ['2025-T1', '2024-T3', '2024-T2'],
        verdicts: [said('a', '2024-T3', 'fully'), said('b', '2025-T1', 'not')],
      },
    );
    expect(years.periods).toEqual(['2024-T2', '2024-T3', '2025-T1']);
    expect(years.rows.map((row) => [row.title, row.cells.map((cell) => cell.verdict)])).toEqual([
      ['A', [null, 'fully', null]],
      ['B', [null, null, 'not']],
    ]);
  });
});
