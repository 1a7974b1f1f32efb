import type { ReportingPeriod } from '@malspar/reporting-model';
import { publishablePeriods } from './publishable-periods.js';

const period = (code: string, state: ReportingPeriod['state']) => ({ code, state });

describe('the periods that a report can be published of', () => {
  it('are those that have begun, and whole years', () => {
    const periods = [
      period('2025-T1', 'closed'),
      period('2025-T2', 'closed'),
      period('2025-T3', 'open'),
      period('2026-T1', 'upcoming'),
    ];
    expect(publishablePeriods(periods).sort()).toEqual(['2025', '2025-T1', '2025-T2', '2025-T3']);
  });

  it('are no year that has periods to come', () => {
    expect(publishablePeriods([period('2025-T1', 'open'), period('2025-T2', 'upcoming')])).toEqual(['2025-T1']);
  });
});
