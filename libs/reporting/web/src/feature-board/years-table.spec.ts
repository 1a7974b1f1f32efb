import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { render } from '@testing-library/angular';
import type { VerdictYears } from './verdict-years';
import { YearsTable } from './years-table';

const cell = (period: string, verdict: 'fully' | 'not' | null, reportId: string | null) => ({
  period,
  verdict,
  explanation: '',
  provenance: 'reported' as const,
  reportId,
});
const years: VerdictYears = {
  periods: ['2024-T3', '2025-T1'],
  rows: [{ slug: 'resor', title: 'Resor', cells: [cell('2024-T3', 'fully', 'a'), cell('2025-T1', null, null)] }],
};

describe('every verdict, year by year', () => {
  it('draws each as a level that leads to its report', async () => {
    const { container } = await render(YearsTable, {
      providers: [provideRouter([])],
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { sv: {} },
          translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        }),
      ],
      inputs: { years, caption: 'Läget' },
    });
    const [first, second] = container.querySelectorAll('tbody td');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('/rapporter/a/granska');
    expect(first?.querySelectorAll('.bar .filled')).toHaveLength(4);
    expect(second?.querySelector('a, .bar')).toBeNull();
    expect([...container.querySelectorAll('thead tr:first-child th')].map((each) => each.textContent?.trim())).toEqual([
      'reporting.board.column.area',
      '2024',
      '2025',
    ]);
  });
});
