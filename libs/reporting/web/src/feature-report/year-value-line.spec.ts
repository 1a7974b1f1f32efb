import { signal } from '@angular/core';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/angular';
import { emptyEntryContent, type Entry, type EntryContent } from '@malspar/reporting-model';
import type { DraftSlot } from '../data/draft-slot';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { YearValueLine } from './year-value-line';

const indicator = { ...anEntry().indicator, unit: '%', quantityKind: 'share' as const };

async function show(value: string | null, change: Partial<Entry> = {}) {
  const entry = anEntry({ indicator, ...change });
  const content: EntryContent = {
    ...emptyEntryContent,
    values: value === null ? [] : [{ period: '2025-Q4', value }],
  };
  const draft: Partial<DraftSlot<EntryContent>> = { content: signal(content), faults: signal([]) };
  await render(YearValueLine, {
    providers: [...withTexts()],
    inputs: { drafted: { entry, draft: draft as DraftSlot<EntryContent>, checks: [] }, year: '2025' },
  });
  await screen.findByText('Målvärde 2025');
  return screen.getAllByRole('definition').map((each) => each.textContent.replace(/\s+/gu, ' ').trim());
}

describe('the value of the year that is judged', () => {
  it('is made of the series and what is in the form, beside the target value, each with its label', async () => {
    expect(await show('49.2')).toEqual(['50,1 % Exempelvärde', '45,0 % Exempelvärde']);
    expect(screen.getByText('medelvärdet för 2025')).toBeInTheDocument();
  });

  it('is no example when nothing that it is made of is', async () => {
    const series = anEntry().series.map((point) => ({ ...point, provenance: 'reported' as const }));
    expect((await show('49.2', { series }))[0]).toBe('50,1 %');
  });

  it('says how much of the year there is, until all of it is there', async () => {
    expect((await show(null))[0]).toBe('Saknas än: 3 av 4 perioder har utfall.');
  });
});
