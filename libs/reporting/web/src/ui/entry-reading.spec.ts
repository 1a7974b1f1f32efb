import { provideRouter } from '@angular/router';
import { emptyEntryContent } from '@malspar/reporting-model';
import { render, screen } from '@testing-library/angular';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { EntryReading } from './entry-reading';

const read = (value: string) =>
  render(EntryReading, {
    providers: [provideRouter([]), withTexts()],
    inputs: {
      entry: anEntry(),
      content: { ...emptyEntryContent, values: [{ period: '2025-Q4', value }], parts: [{ label: 'Norr', value }] },
    },
  });

describe('an entry as it is read', () => {
  it('writes figures out', async () => {
    await read('46.1');
    const figure = await screen.findByText('46,1');
    expect(figure).not.toHaveClass('unreadable');
    expect(screen.getByText('Norr: 46,1')).toBeInTheDocument();
  });

  it('shows what is no number as it was typed, and marks it', async () => {
    await read('cirka 46');
    expect(await screen.findByText('cirka 46')).toHaveClass('unreadable');
    expect(screen.getByText('Norr: cirka 46')).toBeInTheDocument();
  });
});
