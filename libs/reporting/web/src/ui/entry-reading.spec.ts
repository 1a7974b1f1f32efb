import { provideRouter } from '@angular/router';
import { emptyEntryContent, type Entry } from '@malspar/reporting-model';
import { render, screen } from '@testing-library/angular';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { EntryReading } from './entry-reading';

const read = (value: string, change: Partial<Entry> = {}) =>
  render(EntryReading, {
    providers: [provideRouter([]), withTexts()],
    inputs: {
      entry: anEntry(change),
      content: { ...emptyEntryContent, values: [{ period: '2025-Q4', value }], parts: [{ label: 'Norr', value }] },
    },
  });

describe('an entry as it is read', () => {
  it('writes values out', async () => {
    await read('46.1');
    const figure = await screen.findByText('46,1');
    expect(figure).not.toHaveClass('unreadable');
    expect(screen.getByText('Norr: 46,1')).toBeInTheDocument();
  });

  it('marks the value of last time beside it where that is an example', async () => {
    const { container } = await read('46.1');
    await screen.findByText('46,1');
    expect(container.querySelectorAll('ms-provenance span')).toHaveLength(1);
    expect(container.querySelector('.aside ms-provenance span')).not.toBeNull();
  });

  it('marks what was answered where that is an example', async () => {
    const { container } = await read('46.1', { exampleFields: ['values/2025-Q4', 'parts/1/Norr'], series: [] });
    await screen.findByText('46,1');
    expect(container.querySelectorAll('ms-provenance span')).toHaveLength(2);
  });

  it('marks the one answer that is an example still, beside what was written over the others', async () => {
    const { container } = await read('46.1', { exampleFields: ['parts/1/Norr'], series: [] });
    await screen.findByText('46,1');
    const marked = [...container.querySelectorAll('ms-provenance span')].map((mark) => mark.closest('dd')?.textContent);
    expect(marked).toEqual([expect.stringContaining('Norr')]);
  });

  it('shows what is no number as it was typed, and marks it', async () => {
    await read('cirka 46');
    expect(await screen.findByText('cirka 46')).toHaveClass('unreadable');
    expect(screen.getByText('Norr: cirka 46')).toBeInTheDocument();
  });
});
