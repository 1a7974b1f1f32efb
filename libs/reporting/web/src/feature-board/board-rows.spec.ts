import type { AvailableTransition } from '@malspar/reporting-model';
import { aSummary } from '../testing/report-fixture';
import { actionOf, boardRows, countOf } from './board-rows';
import { chosenPeriod } from './board-page';

const transition = (name: AvailableTransition['name'], reason: string | null = null): AvailableTransition => ({
  name,
  place: 'review',
  enabled: reason === null,
  reason,
  demandsReason: false,
  demandsRevisionHash: ['endorse', 'approve'].includes(name),
  takesComments: false,
});
const area = (number: number) => ({ id: '00000000-0000-4000-8000-000000000901', slug: 'x', number, title: 'X' });

describe('the board', () => {
  it('shows where each report is among the stages, a returned one where it is written again', () => {
    const [first, second] = boardRows([
      aSummary({ state: 'returned', focusArea: area(2) }),
      aSummary({ state: 'endorsed', focusArea: area(1) }),
    ]);
    expect(first?.stages.map(({ place }) => place)).toEqual(['passed', 'passed', 'here', 'ahead']);
    expect(second?.stages.map(({ place }) => place)).toEqual(['here', 'ahead', 'ahead', 'ahead']);
  });

  it('offers the foremost open transition, and says why a decision is closed', () => {
    expect(actionOf([transition('return'), transition('approve')])).toEqual({ kind: 'approve', whyNot: null });
    expect(actionOf([transition('return'), transition('approve', 'four_eyes_endorser')])).toEqual({
      kind: 'review',
      whyNot: 'four_eyes_endorser',
    });
    expect(actionOf([])).toEqual({ kind: 'read', whyNot: null });
  });

  it('counts what is approved, what waits and what is late', () => {
    const rows = boardRows([
      aSummary({ state: 'approved', waitsForMe: null }),
      aSummary({ state: 'endorsed', waitsForMe: 'approve' }),
      aSummary({ state: 'draft', waitsForMe: null, overdue: true }),
    ]);
    expect(countOf(rows)).toEqual({ total: 3, approved: 1, waitsForMe: 1, late: 1 });
  });
});

describe('the period shown', () => {
  const period = (code: string, state: 'upcoming' | 'open' | 'closed') => ({
    id: '00000000-0000-4000-8000-000000000001',
    code,
    start: '2025-01-01',
    end: '2025-03-31',
    opensOn: '2025-03-01',
    dueOn: '2025-04-30',
    state,
    version: 1,
    daysLeft: 0,
  });
  const periods = [period('2026-T1', 'upcoming'), period('2025-T3', 'open'), period('2025-T2', 'closed')];

  it('is the one asked for, else the open one, else the latest that has been', () => {
    expect(chosenPeriod(periods, '2025-T2')?.code).toBe('2025-T2');
    expect(chosenPeriod(periods, '1999')?.code).toBe('2025-T3');
    expect(chosenPeriod([periods[0]!, periods[2]!], undefined)?.code).toBe('2025-T2');
    expect(chosenPeriod([], undefined)).toBeNull();
  });
});
