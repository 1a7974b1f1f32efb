import '@testing-library/jest-dom';
import { HttpErrorResponse } from '@angular/common/http';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { Session } from '@malspar/shared-web';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { ReportingClient } from '../data/reporting-client';
import { withTexts } from '../testing/texts';
import { type DonePeriodAct, PeriodActs } from './period-acts';

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
  { permissions = ALL, refuse = null as Error | null, left = true, skipped = [] as (typeof next)[] } = {},
) {
  const calls: unknown[][] = [];
  const done: DonePeriodAct[] = [];
  const act =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
      const refused = refuse && calls.length === 1;
      return refused ? Promise.reject(refuse) : Promise.resolve(period({ version: 4 }));
    };
  const client = {
    nextPeriod: () => Promise.resolve({ next: left ? next : null, skipped }),
    openPeriod: act('open'),
    moveDueDate: act('move'),
    reopenPeriod: act('reopen'),
  };
  const { rerender } = await render(PeriodActs, {
    providers: [
      ...withTexts(),
      { provide: ReportingClient, useValue: client },
      { provide: Session, useValue: { me: () => ({ permissions }) } },
    ],
    inputs: { period: shown },
    on: { done: (each) => done.push(each) },
  });
  const readAgain = () => rerender({ inputs: { period: shown && { ...shown } }, partialUpdate: true });
  return { calls, done, readAgain };
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
    const { calls, done } = await show(period());
    await screen.findByText(/Nästa period är/);
    screen.getAllByText('Flytta sista dag')[0]!.closest('details')!.open = true;
    expect(screen.getByText('Måste fyllas i')).toBeInTheDocument();
    write('Sista dag', '2026-02-06');
    press('Flytta sista dag');
    expect(await screen.findByText('Skriv ett skäl.')).toBeInTheDocument();
    await waitFor(() => expect(screen.getAllByLabelText('Skäl')[0]).toHaveFocus());
    write('Skäl', 'Underlaget kom sent.');
    press('Flytta sista dag');
    await waitFor(() => expect(done).toMatchObject([{ act: 'move', period: { version: 4 } }]));
    expect(screen.getAllByLabelText('Skäl')[0]).toHaveValue('');
    expect(screen.getAllByText('Flytta sista dag')[0]!.closest('details')).not.toHaveAttribute('open');
    expect(calls[0]).toEqual(['move', '2025-Q4', 3, { dueOn: '2026-02-06', reason: 'Underlaget kom sent.' }]);
  });

  it('keeps the day that was picked when the period is read again', async () => {
    const { calls, readAgain } = await show(period());
    await screen.findByText(/Nästa period är/);
    screen.getAllByText('Flytta sista dag')[0]!.closest('details')!.open = true;
    write('Sista dag', '2026-02-06');
    await readAgain();
    write('Skäl', 'Underlaget kom sent.');
    press('Flytta sista dag');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toMatchObject(['move', '2025-Q4', 3, { dueOn: '2026-02-06' }]);
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

  it('asks about days that may be a slip, keeps what was filled in, and saves it when it is meant', async () => {
    const errors = [
      { pointer: '/dueOn', code: 'due-in-past' },
      { pointer: '/code', code: 'earlier-unopened', params: { period: '2024-Q2', count: 1 } },
    ];
    const error = { type: '/problems/period-doubtful', title: 'Stämmer det?', errors };
    const { calls, done } = await show(null, { refuse: new HttpErrorResponse({ status: 422, error }) });
    await screen.findByText(/Nästa period är/);
    write('Sista dag', '2026-04-02');
    press('Öppna kvartal 1 2026');
    await screen.findByText('Sista dag har redan varit.');
    expect(screen.getByText(/En tidigare period har aldrig öppnats: kvartal 2 2024/)).toBeInTheDocument();
    await waitFor(() => expect(document.getElementById('open-asked')).toHaveFocus());
    expect(done).toEqual([]);
    press('Öppna ändå');
    await waitFor(() => expect(done).toHaveLength(1));
    expect(calls[1]).toMatchObject([
      'open',
      { dueOn: '2026-04-02', confirmed: ['due-in-past', 'earlier-unopened'] },
      expect.any(String),
    ]);
  });

  it('asks anew once the day that was asked about is another', async () => {
    const errors = [{ pointer: '/dueOn', code: 'due-in-past' }];
    const error = { type: '/problems/period-doubtful', title: 'Stämmer det?', errors };
    const { calls } = await show(period(), { refuse: new HttpErrorResponse({ status: 422, error }) });
    await screen.findByText(/Nästa period är/);
    write('Sista dag', '2020-02-06');
    write('Skäl', 'Underlaget kom sent.');
    press('Flytta sista dag');
    await screen.findByText('Sista dag har redan varit.');
    write('Sista dag', '2026-02-06');
    expect(screen.queryByText('Sista dag har redan varit.')).toBeNull();
    press('Flytta sista dag');
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]![3]).toEqual({ dueOn: '2026-02-06', reason: 'Underlaget kom sent.' });
  });

  it('opens one that was passed over, with the days that are proposed for it', async () => {
    const skipped = [{ ...next, code: '2024-Q2', opensOn: '2026-02-01', dueOn: '2026-03-03' }];
    const { calls } = await show(period(), { left: false, skipped: [...skipped, { ...next, code: '2024-Q3' }] });
    await screen.findByText(/Ännu inte öppnad: kvartal 2 2024/);
    fireEvent.change(screen.getByLabelText('Period'), { target: { value: '2024-Q3' } });
    await screen.findByText(/Ännu inte öppnad: kvartal 3 2024/);
    fireEvent.change(screen.getByLabelText('Period'), { target: { value: '2024-Q2' } });
    await screen.findByText(/Ännu inte öppnad: kvartal 2 2024/);
    expect(screen.getByLabelText('Öppnar')).toHaveValue('2026-02-01');
    press('Öppna kvartal 2 2024');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]![1]).toEqual({ code: '2024-Q2', opensOn: '2026-02-01', dueOn: '2026-03-03' });
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
