import { provideRouter } from '@angular/router';
import type { ReportingPeriod, ReportSummary } from '@malspar/reporting-model';
import { Session } from '@malspar/shared-web';
import { render, screen, waitFor } from '@testing-library/angular';
import { ReportingClient } from '../data/reporting-client';
import { aSummary } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { BoardPage } from './board-page';

const period = (code: string): ReportingPeriod => ({
  id: '00000000-0000-4000-8000-000000000001',
  code,
  start: '2025-07-01',
  end: '2025-12-31',
  opensOn: '2025-10-01',
  dueOn: '2026-01-31',
  version: 1,
  state: 'open',
  daysLeft: 10,
});

async function open() {
  const asked = new Map<string, (list: { items: ReportSummary[] }) => void>();
  const client = {
    periods: () => Promise.resolve([period('2025-Q4'), period('2025-Q3')]),
    reports: ({ period: code }: { period: string }) =>
      new Promise((respond: (list: { items: ReportSummary[] }) => void) => asked.set(code, respond)),
  };
  const { fixture } = await render(BoardPage, {
    providers: [
      provideRouter([]),
      ...withTexts(),
      { provide: ReportingClient, useValue: client },
      { provide: Session, useValue: { me: () => ({ permissions: ['period.close'] }) } },
    ],
    inputs: { period: '2025-Q4' },
  });
  const respond = async (code: string): Promise<void> => {
    await waitFor(() => expect(asked.has(code)).toBe(true));
    asked.get(code)?.({ items: [aSummary({ period: code })] });
  };
  const choose = async (code: string): Promise<void> => {
    fixture.componentRef.setInput('period', code);
    fixture.detectChanges();
    await waitFor(() => expect(asked.has(code)).toBe(true));
  };
  return { respond, choose };
}

describe('the board of another period', () => {
  it('keeps the last one’s rows, under their own name and not to be closed, until its own are there', async () => {
    const { respond, choose } = await open();
    await respond('2025-Q4');
    const table = await screen.findByRole('table', { name: /kvartal 4 2025/i });
    expect(screen.queryByText(/^Stäng/, { selector: 'summary' })).not.toBeNull();
    await choose('2025-Q3');
    expect(screen.getByRole('table', { name: /kvartal 4 2025/i })).toBe(table);
    expect(screen.queryByText(/^Stäng/, { selector: 'summary' })).toBeNull();
    await respond('2025-Q3');
    expect(await screen.findByRole('table', { name: /kvartal 3 2025/i })).toBe(table);
  });
});
