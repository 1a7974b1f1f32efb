import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { Entry } from '@malspar/reporting-model';
import { emptyEntryContent } from '@malspar/reporting-model';
import '@testing-library/jest-dom';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { entryShape } from '../data/draft-fields';
import { draftChecks } from '../data/draft-checks';
import { DraftSlot } from '../data/draft-slot';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { EntryForm } from './entry-form';

function slotFor(entry: Entry) {
  const world = {
    shape: entryShape,
    put: () => new Promise<never>(() => undefined),
    onSaved: () => undefined,
    shelf: { read: () => null, write: () => true, clear: () => undefined },
  };
  return new DraftSlot(world, {
    content: entry.content,
    version: 1,
    updatedAt: null,
    updatedBy: null,
    byYourself: false,
  });
}

async function show(change: Partial<Entry> = {}, inputs: Partial<{ showMissing: boolean }> = {}) {
  const entry = anEntry(change);
  const draft = slotFor(entry);
  const drafted = () => ({
    entry,
    draft,
    checks: draftChecks(entry, draft.content(), draft.faults(), '2025-Q4'),
  });
  const page = await render(EntryForm, {
    providers: [provideHttpClient(), provideHttpClientTesting(), ...withTexts()],
    inputs: { drafted: drafted(), period: '2025-Q4', ...inputs },
  });
  await screen.findByRole('heading', { name: 'Hur går det med målet?' });
  const write = async (label: RegExp, text: string) => {
    fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
    await page.rerender({ inputs: { drafted: drafted() }, partialUpdate: true });
  };
  const choose = async (label: RegExp) => {
    fireEvent.click(screen.getByRole('radio', { name: label }));
    await page.rerender({ inputs: { drafted: drafted() }, partialUpdate: true });
  };
  return { draft, write, choose, drafted, page };
}

describe('EntryForm', () => {
  it('points out a slip of the decimal sign while typing, and takes down the explanation', async () => {
    const { draft, write } = await show();
    await write(/Klimatpåverkan/, '497');
    expect(screen.queryByText(/tio gånger/)).toBeNull();
    await screen.findByText(
      '497 är ungefär tio gånger mer än förra kvartalets 49,7 (exempelvärde). Stämmer det? Förklara.',
    );
    await write(/Din förklaring/, 'Ny mätmetod.');
    expect(draft.content().explanations).toEqual({ factor_of_ten: 'Ny mätmetod.' });
  });

  it('reads numbers as people write them, and says at once, when the field is left, what it cannot read', async () => {
    const { draft, write } = await show();
    await write(/Klimatpåverkan/, '1\u00a0234,5');
    expect(draft.content().values).toEqual([{ period: '2025-Q4', value: '1234.5' }]);
    await write(/Klimatpåverkan/, 'ungefär 50');
    fireEvent.focusOut(screen.getByLabelText(/Klimatpåverkan/));
    expect(await screen.findByText(/”ungefär 50” är inte ett tal/)).toBeInTheDocument();
    expect(screen.getByLabelText(/Klimatpåverkan/)).toHaveAttribute('aria-invalid', 'true');
  });

  it('says while it is written which signs the printed report cannot show', async () => {
    const { write } = await show();
    await write(/Vad har hänt/, 'Bra gjort 👍🏽!');
    expect(screen.getByText(/^👍🏽 går inte att visa i den tryckta rapporten/)).toBeInTheDocument();
    await write(/Vad har hänt/, 'Bra gjort!');
    expect(screen.queryByText(/går inte att visa/)).toBeNull();
  });

  it('asks for a measure only where the target is in doubt', async () => {
    const { choose } = await show();
    expect(screen.queryByRole('heading', { name: 'Vad gör ni åt det?' })).toBeNull();
    await choose(/Osäkert/);
    expect(screen.getByRole('heading', { name: 'Vad gör ni åt det?' })).toBeInTheDocument();
    await choose(/På rätt väg/);
    expect(screen.queryByRole('heading', { name: 'Vad gör ni åt det?' })).toBeNull();
  });

  it('never hides a measure that has been written', async () => {
    await show({
      content: {
        ...emptyEntryContent,
        assessment: 'on_track',
        measure: { text: 'Byt däck', responsible: '', dueOn: null },
      },
    });
    expect(screen.getByLabelText('Vad ska göras?')).toHaveValue('Byt däck');
  });

  it('takes over the last comment with one click, marked until confirmed', async () => {
    const { draft, page, drafted } = await show();
    fireEvent.click(screen.getByRole('button', { name: /^Samma som förra kvartalet Kommentar$/ }));
    await page.rerender({ inputs: { drafted: drafted() }, partialUpdate: true });
    expect(draft.text('comment')).toBe('Fler möten hölls digitalt.');
    expect(screen.getByText('Oförändrad sedan K3')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: /Stämmer fortfarande/ }));
    await page.rerender({ inputs: { drafted: drafted() }, partialUpdate: true });
    await waitFor(() => expect(screen.queryByText('Oförändrad sedan K3')).toBeNull());
  });

  it('takes “Stämmer fortfarande” for the answer to whether the same comment still holds', async () => {
    const { draft, page, drafted, write } = await show();
    const open = () => drafted().checks.filter((check) => check.code === 'same_text' && !check.explained).length;
    await write(/Vad har hänt/, 'Fler möten hölls digitalt.');
    expect(open()).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Stämmer fortfarande Kommentar' }));
    await page.rerender({ inputs: { drafted: drafted() }, partialUpdate: true });
    expect([open(), draft.content().explanations]).toEqual([0, { same_text: 'Bekräftat oförändrat.' }]);
    expect(screen.queryByRole('button', { name: /Stämmer fortfarande/ })).toBeNull();
    await write(/Vad har hänt/, 'Fler möten hölls på plats.');
    expect(draft.content().explanations['same_text'] ?? '').toBe('');
  });

  it('keeps what a person has begun when the entry comes back from a save', async () => {
    const { page, drafted } = await show({ indicator: { ...anEntry().indicator, breakdown: 'Per drivmedel.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Utfallet saknas' }));
    const part = await screen.findByLabelText('Ny del');
    fireEvent.input(part, { target: { value: 'Diesel' } });
    const saved = drafted();
    await page.rerender({ inputs: { drafted: { ...saved, entry: { ...saved.entry } } }, partialUpdate: true });
    expect(screen.getByLabelText(/Varför utfall saknas/)).toBeInTheDocument();
    expect(part).toHaveValue('Diesel');
  });

  it('does not scold for what has not been reached yet', async () => {
    await show();
    expect(screen.queryByText('Välj en målbedömning.')).toBeNull();
  });

  it('says what is missing to one who has been here before', async () => {
    await show({}, { showMissing: true });
    expect(screen.getByText('Välj en målbedömning.')).toBeInTheDocument();
    expect(screen.getByText('Ange utfallet för kvartal 4 2025, eller skriv varför det saknas.')).toBeInTheDocument();
  });

  it('says at each question and field who will read what is written there', async () => {
    const { write, choose } = await show();
    const described = (label: RegExp): string =>
      (screen.getByLabelText(label).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent?.trim() ?? `nothing at ${id}`)
        .join(' ');
    const questions = [...document.querySelectorAll('ms-question')].map((each) => each.querySelector('ms-audience'));
    expect(questions.length).toBeGreaterThan(2);
    for (const sign of questions) expect(sign).toHaveTextContent('Publiceras');
    expect(described(/Vad har hänt|kommentar/i)).toContain('Publiceras');
    await choose(/Osäkert/);
    expect(described(/Vilken roll ansvarar/)).toContain('Publiceras');
    await write(/Klimatpåverkan/, '497');
    await screen.findByText(/tio gånger/);
    expect(described(/Din förklaring/)).toContain('Bara för granskaren');
  });

  it('asks for a role, offers those used before, and asks softly about a name', async () => {
    const { write, choose, page } = await show();
    await page.rerender({ inputs: { responsibles: ['Driftchef', 'Enhetschef Miljö'] }, partialUpdate: true });
    await choose(/Osäkert/);
    const field = screen.getByLabelText(/Vilken roll ansvarar/);
    const offered = document.getElementById(field.getAttribute('list') ?? '');
    expect([...(offered?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual([
      'Driftchef',
      'Enhetschef Miljö',
    ]);
    await write(/Vilken roll ansvarar/, 'Enhetschef Miljö');
    expect(screen.queryByText(/ser ut som ett personnamn/)).toBeNull();
    await write(/Vilken roll ansvarar/, 'Lars Holm');
    expect(await screen.findByText(/ser ut som ett personnamn/)).toBeInTheDocument();
  });
});
