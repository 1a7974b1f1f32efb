import '@testing-library/jest-dom';
import { HttpErrorResponse } from '@angular/common/http';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { Session } from '@malspar/shared-web';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ReportingClient } from '../data/reporting-client';
import { withTexts } from '../testing/texts';
import { PeriodActs } from './period-acts';

const period = (change: Partial<ReportingPeriod> = {}): ReportingPeriod => ({
  id: '00000000-0000-4000-8000-000000000001',
  code: '2025-Q4',
  start: '2025-10-01',
  end: '2025-12-31',
  opensOn: '2026-01-01',
  dueOn: '2026-01-31',
  version: 3,
  state: 'open',
  daysLeft: 10,
  ...change,
});
const next = { code: '2026-Q1', start: '2026-01-01', end: '2026-03-31', opensOn: '2026-04-01', dueOn: '2026-04-30' };
const ALL = ['period.open', 'period.move-due-date', 'period.reopen'];

async function show(
  shown: ReportingPeriod | null,
  { permissions = ALL, refuse = null as Error | null, left = true } = {},
) {
  const calls: unknown[][] = [];
  const done: ReportingPeriod[] = [];
  const act =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
      return refuse ? Promise.reject(refuse) : Promise.resolve(period({ version: 4 }));
    };
  const client = {
    nextPeriod: () => Promise.resolve({ next: left ? next : null }),
    openPeriod: act('open'),
    moveDueDate: act('move'),
    reopenPeriod: act('reopen'),
  };
  await render(PeriodActs, {
    providers: [
      ...withTexts(),
      { provide: ReportingClient, useValue: client },
      { provide: Session, useValue: { me: () => ({ permissions }) } },
    ],
    inputs: { period: shown },
    on: { done: (each) => done.push(each) },
  });
  return { calls, done };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) =>
  fireEvent.input(screen.getAllByLabelText(label)[0]!, { target: { value } });

describe('what is done with periods', () => {
  it('opens the next one with the days that are proposed, changed or not, and tells which', async () => {
    const { calls, done } = await show(null);
    await screen.findByText(/Nästa period är kvartal 1 2026/);
    expect(screen.getByLabelText('Öppnar')).toHaveValue('2026-04-01');
    write('Sista dag', '2026-05-08');
    press('Öppna kvartal 1 2026');
    await waitFor(() => expect(done).toHaveLength(1));
    expect(calls).toEqual([
      ['open', { code: '2026-Q1', opensOn: '2026-04-01', dueOn: '2026-05-08' }, expect.any(String)],
    ]);
  });

  it('moves a due date on top of the version that was read, and never without a reason', async () => {
    const { calls } = await show(period());
    await screen.findByText(/Nästa period är/);
    write('Sista dag', '2026-02-06');
    press('Flytta sista dag');
    expect(await screen.findByText('Skriv ett skäl.')).toBeInTheDocument();
    expect(screen.getAllByLabelText('Skäl')[0]).toHaveFocus();
    write('Skäl', 'Underlaget kom sent.');
    press('Flytta sista dag');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toEqual(['move', '2025-Q4', 3, { dueOn: '2026-02-06', reason: 'Underlaget kom sent.' }]);
  });

  it('opens a closed one again, and moves no date of it', async () => {
    const { calls } = await show(period({ state: 'closed' }));
    await screen.findByText(/Nästa period är/);
    expect(screen.queryByRole('button', { name: 'Flytta sista dag' })).toBeNull();
    write('Skäl', 'Fel period.');
    press('Öppna kvartal 4 2025 igen');
    await waitFor(() => expect(calls).toEqual([['reopen', '2025-Q4', 'Fel period.', expect.any(String)]]));
  });

  it('says in words why it was refused, and keeps what was filled in', async () => {
    const error = {
      type: '/problems/invalid',
      title: 'Fel',
      errors: [{ pointer: '/dueOn', code: 'ends-before-start' }],
    };
    const { done } = await show(null, { refuse: new HttpErrorResponse({ status: 422, error }) });
    await screen.findByText(/Nästa period är/);
    write('Sista dag', '2026-03-01');
    press('Öppna kvartal 1 2026');
    expect(await screen.findByRole('alert')).toHaveTextContent('Sista dag kan inte vara före');
    expect(screen.getByLabelText('Sista dag')).toHaveValue('2026-03-01');
    expect(done).toEqual([]);
  });

  it('says so when the plan has no more', async () => {
    await show(period(), { left: false });
    expect(await screen.findByText('Planen har inga fler perioder att öppna.')).toBeInTheDocument();
  });

  it('offers nothing that one may not do', async () => {
    await show(period(), { permissions: [] });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
