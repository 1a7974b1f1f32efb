import '@testing-library/jest-dom';
import { signal } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { EarlierWording } from '@malspar/reporting-model';
import { DraftStore } from '../data/draft-store';
import { ReportingClient } from '../data/reporting-client';
import { aReport } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { EarlierWordings } from './earlier-wordings';

const wording = (change: Partial<EarlierWording>): EarlierWording => ({
  id: '00000000-0000-4000-8000-000000000001',
  targetCode: 'R1',
  field: 'comment',
  text: 'Det som stod förut.',
  writtenBy: 'Anna Ägare',
  writtenAt: '2026-01-10T09:00:00.000Z',
  replacedBy: 'Doris Vikarie',
  replacedAt: '2026-01-11T09:00:00.000Z',
  ...change,
});

async function show(kept: readonly EarlierWording[], reworded: readonly string[] = ['comment']) {
  const asked: unknown[][] = [];
  const set: unknown[][] = [];
  const draft = {
    savedAt: signal('2026-01-11T09:00:00.000Z'),
    set: (...given: unknown[]) => set.push(given),
    wasReworded: (fields: readonly string[]) => fields.some((field) => reworded.includes(field)),
  };
  const client = {
    earlierWordings: (...given: unknown[]) => {
      asked.push(given);
      const [of, page, limit] = [given[1] as { field: string }, Number(given[2]), 2];
      const found = kept.filter(({ field }) => field.startsWith(of.field));
      const items = found.slice((page - 1) * limit, page * limit);
      return Promise.resolve({ items, page, limit, total: found.length });
    },
  };
  await render(EarlierWordings, {
    providers: [
      ...withTexts(),
      { provide: ReportingClient, useValue: client },
      { provide: DraftStore, useValue: { report: signal(aReport()) } },
    ],
    inputs: {
      targetCode: 'R1',
      fields: ['comment', 'values'],
      draft,
    },
  });
  const open = async () => {
    const panel = (await screen.findByText('Tidigare lydelser')).closest('details')!;
    panel.open = true;
    fireEvent(panel, new Event('toggle'));
    return screen.findByRole('list');
  };
  return { asked, set, open };
}

describe('earlier wordings at a field', () => {
  it('are asked for when opened, and shown newest first with who wrote and who changed', async () => {
    const number = wording({ id: '00000000-0000-4000-8000-000000000002', field: 'values/2025-Q4', text: '46.1' });
    const { asked, open } = await show([wording({}), { ...number, replacedAt: '2026-01-12T09:00:00.000Z' }]);
    expect(asked).toEqual([]);
    const list = await open();
    expect(asked.map((given) => given.slice(1))).toEqual([
      [{ targetCode: 'R1', field: 'comment' }, 1],
      [{ targetCode: 'R1', field: 'values' }, 1],
    ]);
    expect(list.children[0]).toHaveTextContent(/Utfall, kvartal 4 2025.*46,1/s);
    expect(list.children[1]).toHaveTextContent(/Kommentar.*Anna Ägare skrev 10 januari 2026.*av Doris Vikarie/s);
  });

  it('are taken back by one press, as any other change of the field', async () => {
    const { set, open } = await show([wording({})]);
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Ta tillbaka den här lydelsen' }));
    expect(set).toEqual([['comment', 'Det som stod förut.']]);
    expect(await screen.findByText('Lydelsen är tillbaka i fältet.')).toBeInTheDocument();
  });

  it('are shown to the last one, however many there are', async () => {
    const ids = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
    const { open } = await show(ids.map((id) => wording({ id, text: `Lydelse ${id.at(-1)}.` })));
    expect((await open()).children).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Visa äldre lydelser' }));
    expect(await screen.findByText('Lydelse 3.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Visa äldre lydelser' })).toBeNull();
  });

  it('say what will be here while there are none', async () => {
    const { open } = await show([]);
    expect(await open()).toHaveTextContent('tills rapporten är publicerad');
  });

  it('are offered only where one of the fields has said something else before', async () => {
    await show([], ['assessment']);
    expect(document.querySelector('details')).toBeNull();
  });
});
