import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AvailableTransition, Report, Revision } from '@malspar/reporting-model';
import { Session, SingleKeys } from '@malspar/shared-web';
import { render, screen, waitFor } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import { anEntry, aReport } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { ReviewPage } from './review-page';

const API = '/api/v1/reports';
const available = (change: Partial<AvailableTransition>): AvailableTransition => ({
  name: 'endorse',
  place: 'review',
  enabled: true,
  reason: null,
  demandsReason: false,
  demandsRevisionHash: true,
  takesComments: true,
  ...change,
});
const RETURN = available({ name: 'return', demandsReason: true, demandsRevisionHash: false });
const revision = (number: number) => ({
  number,
  sha256: String(number).repeat(64),
  submittedBy: 'Anna Berg',
  submittedAt: '2026-01-15T13:32:00Z',
});
const submitted = (change: Partial<Report> = {}): Report =>
  aReport({
    state: 'submitted',
    waitsForMe: 'endorse',
    canWrite: false,
    revision: revision(1),
    available: [available({}), RETURN],
    entries: [
      anEntry({
        content: {
          ...anEntry().content,
          assessment: 'uncertain',
          comment: 'Fler möten hölls på plats.',
          noValueReason: 'Mäts först nästa år.',
        },
      }),
      anEntry({ targetCode: 'R2' }),
    ],
    ...change,
  });
const changes = [
  { field: '/assessment', before: 'on_track', after: 'uncertain' },
  { field: '/comment', before: 'Fler möten hölls digitalt.', after: 'Fler möten hölls på plats.' },
];
const diff = {
  against: { kind: 'period', label: '2025-Q3' },
  entries: [{ targetCode: 'R1', title: '', weight: 1, changes }],
  unchanged: ['R2'],
};

const frozen = (number: number): Revision => ({
  ...revision(number),
  content: {
    plan: { slug: 'miljoplan', title: 'Miljöplan' },
    period: '2025-Q4',
    focusArea: { slug: 'resor-och-transporter', title: 'Resor och transporter' },
    revision: number,
    verdict: { verdict: null, explanation: '' },
    verdictProvenance: 'reported',
    entries: [],
  },
});

async function open(report: Report = submitted(), against: object = diff) {
  localStorage.clear();
  const view = await render(ReviewPage, {
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      withTexts(),
      { provide: Session, useValue: { me: signal({ email: 'lars@example.org' }) } },
    ],
    inputs: { id: report.id },
  });
  const http = TestBed.inject(HttpTestingController);
  const asked = (method: string, path: string): Promise<TestRequest> =>
    waitFor(() => http.expectOne({ method, url: `${API}${path}` }));
  const show = async (shown: Report): Promise<void> => {
    (await asked('GET', `/${shown.id}`)).flush(shown);
    (await asked('GET', `/${shown.id}/timeline`)).flush([]);
  };
  await show(report);
  const published = report.correction?.revision;
  (await asked('GET', `/${report.id}/diff?against=${published ?? 'period'}`)).flush(against);
  if (published) (await asked('GET', `/${report.id}/revisions/${published}`)).flush(frozen(published));
  await screen.findByRole('heading', { name: 'Beslut' });
  return { ...view, asked, show, id: report.id };
}

const comment = async (text: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: /^Kommentera R1 Kommentar$/ }));
  fireEvent.input(await screen.findByLabelText('Din kommentar'), { target: { value: text } });
};
const because = async (reason: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: /^Återsänd/ }));
  fireEvent.input(await screen.findByLabelText('Skäl för att återsända'), { target: { value: reason } });
};

describe('the review of a report', () => {
  it('sets a correction against what is published, and says why it is made', async () => {
    const correction = {
      revision: 2,
      reason: 'R1 ska vara 86,0',
      who: 'Ingrid Wallin',
      at: '2026-02-01T08:00:00.000Z',
    };
    const published = { ...diff, against: { kind: 'revision', label: '2' } };
    const { container } = await open(submitted({ correction, revision: revision(3) }), published);
    const notice = screen.getByRole('region', { name: /^Rättelse av publicerad version 2, påbörjad av Ingrid Wallin/ });
    expect(notice.textContent).toContain('R1 ska vara 86,0');
    const tabs = [...container.querySelectorAll('.tabs a')].map((tab) => [
      tab.textContent.trim(),
      tab.getAttribute('aria-current'),
    ]);
    expect(tabs).toEqual([
      ['Mot publicerad version 2', 'true'],
      ['Mot förra godkända rapporten', null],
    ]);
    expect(container.querySelector('.columns')?.textContent).toContain('Då: publicerad version 2');
  });

  it('keeps what is compared until the other comparison is there, and drops it when that fails', async () => {
    const correction = { revision: 2, reason: 'Fel', who: 'Ingrid Wallin', at: '2026-02-01T08:00:00.000Z' };
    const published = { ...diff, against: { kind: 'revision', label: '2' } };
    const { asked, id, fixture } = await open(submitted({ correction, revision: revision(3) }), published);
    const changed = () => screen.queryByRole('region', { name: 'Redovisning' });
    const before = changed();
    expect(before?.textContent).toContain('version 2');
    fixture.componentRef.setInput('mot', 'period');
    fixture.detectChanges();
    const other = await asked('GET', `/${id}/diff?against=period`);
    expect(changed()).toBe(before);
    expect(before?.textContent).toContain('version 2');
    other.flush(null, { status: 500, statusText: 'Error' });
    await screen.findByRole('alert');
    expect(changed()).toBeNull();
  });

  it('marks the words that are gone and new, for the ear as well, and folds the unchanged away', async () => {
    const { container } = await open();
    expect([...container.querySelectorAll('del')].map((each) => each.textContent)).toEqual([
      'Borttaget: digitalt. slut på borttaget.',
    ]);
    expect([...container.querySelectorAll('ins')].map((each) => each.textContent)).toEqual([
      'Nytt: på plats. slut på nytt.',
    ]);
    // What is unchanged is one folded line each, with its judgement; so are the unchanged fields of a changed target.
    const folded = [...container.querySelectorAll<HTMLDetailsElement>('details.unchanged')];
    expect(folded.map(({ open }) => open)).toEqual([false, false]);
    expect(folded.map(({ textContent }) => /oförändrat/.test(textContent ?? ''))).toEqual([true, true]);
    expect(screen.getByText(/^Oförändrat: .*Varför utfall saknas/)).toBeTruthy();
  });

  it('sends all comments with the return, named by what was read', async () => {
    const { asked, container, id } = await open();
    await comment('Hur många möten?');
    await because('Förtydliga kommentaren.');
    fireEvent.click(await screen.findByRole('button', { name: 'Återsänd med 1 kommentar' }));
    const sent = await asked('POST', `/${id}/transitions`);
    const { request } = sent;
    expect(request.body).toEqual({
      transition: 'return',
      revisionHash: '1'.repeat(64),
      reason: 'Förtydliga kommentaren.',
      comments: [{ targetCode: 'R1', field: '/comment', text: 'Hur många möten?', suggestion: null }],
    });
    expect(request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);

    // Afterwards the page tells the state that the report has now, and leads to no decision.
    const [at, next] = ['2026-01-20T08:00:00Z', ['Anna Berg']];
    const taken = { transition: 'return', from: 'submitted', to: 'returned' };
    sent.flush({ reference: 'MS-1', ...taken, at, revision: null, next });
    const http = TestBed.inject(HttpTestingController);
    await waitFor(() => {
      const queue = http.match(({ url }) => url === API);
      queue.forEach((each) => each.flush({ items: [], page: 1, limit: 100, total: 0 }));
      expect(queue).not.toHaveLength(0);
    });
    await waitFor(() => expect(container.querySelector('ms-state-badge')?.textContent?.trim()).toBe('Återsänd'));
    expect(screen.queryByRole('button', { name: 'Tillstyrk' })).toBeNull();
  });

  it('sends comments with an endorsement, too', async () => {
    const { asked, id } = await open();
    await comment('Fint underlag.');
    fireEvent.click(await screen.findByRole('button', { name: 'Tillstyrk med 1 kommentar' }));
    const { request } = await asked('POST', `/${id}/transitions`);
    expect(request.body).toMatchObject({ transition: 'endorse', comments: [{ text: 'Fint underlag.' }] });
    expect(request.body).not.toHaveProperty('reason');
  });

  it('says beside the focus that nothing more waits, each time it is asked for, and when the queue cannot be read', async () => {
    await open();
    const http = TestBed.inject(HttpTestingController);
    const inReview = () =>
      waitFor(() => {
        const asked = http.match(({ url }) => url === API);
        expect(asked).toHaveLength(3);
        return asked;
      });
    const said = (words: RegExp) => waitFor(() => expect(document.activeElement?.textContent?.trim()).toMatch(words));
    const empty = { items: [], page: 1, limit: 100, total: 0 };
    for (const words of [/^Inget mer väntar på dig\.\s+Till kön$/, /^Inget mer/]) {
      const button = screen.getByRole('button', { name: 'Nästa i kön' });
      button.focus();
      fireEvent.keyDown(button, { key: 'n' });
      for (const each of await inReview()) each.flush(empty);
      await said(words);
    }
    fireEvent.click(screen.getByRole('button', { name: 'Nästa i kön' }));
    for (const each of await inReview()) each.flush({}, { status: 503, statusText: 'Away' });
    await said(/^Kön gick inte att läsa/);
  });

  it('walks the changes with j and k, ticks what is left forwards, and ends at the decision', async () => {
    await open();
    const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
    const at = (text: RegExp) => waitFor(() => expect(document.activeElement?.textContent).toMatch(text));
    const ticks = () => screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked);
    key('j');
    await at(/R1/);
    expect(ticks()).toEqual([false]);
    key('j');
    await at(/^Beslut$/);
    expect(ticks()).toEqual([true]);
    expect(screen.getByText('Läst 1 av 1 ändring')).toBeTruthy();
    key('k');
    await at(/R1/);
    // Turned off, or while writing, a letter is a letter.
    await comment('jjj');
    fireEvent.keyDown(screen.getByLabelText('Din kommentar'), { key: 'j' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Din kommentar')));
    TestBed.inject(SingleKeys).enabled = false;
    screen.getByRole('checkbox').focus();
    key('j');
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
    TestBed.inject(SingleKeys).enabled = true;
  });

  it('keeps the focus where the work goes on after each act on a comment', async () => {
    await open();
    const has = (element: () => HTMLElement) => waitFor(() => expect(document.activeElement).toBe(element()));
    fireEvent.click(screen.getByRole('button', { name: /^Kommentera R1 Kommentar$/ }));
    await has(() => screen.getByLabelText('Din kommentar'));
    fireEvent.click(screen.getByRole('button', { name: 'Föreslå en lydelse' }));
    await has(() => screen.getByLabelText('Föreslagen lydelse'));
    fireEvent.click(screen.getByRole('button', { name: 'Ta bort kommentaren' }));
    await has(() => screen.getByRole('button', { name: /^Kommentera R1 Kommentar$/ }));
  });

  it('does not return without a reason, and says so at the field', async () => {
    await open();
    const press = () => fireEvent.click(screen.getByRole('button', { name: 'Återsänd' }));
    expect(screen.queryByLabelText('Skäl för att återsända')).toBeNull();
    press();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Skäl för att återsända')));
    expect(screen.queryByText('Skriv varför du återsänder rapporten.')).toBeNull();
    press();
    expect(await screen.findByText('Skriv varför du återsänder rapporten.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Skäl för att återsända'));
    fireEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Återsänd' })));
    TestBed.inject(HttpTestingController).verify();
  });

  it('keeps what was written when the report was submitted anew, and reloads it', async () => {
    const { asked, show, id } = await open();
    await comment('Hur många möten?');
    await because('Förtydliga.');
    fireEvent.click(await screen.findByRole('button', { name: 'Återsänd med 1 kommentar' }));
    (await asked('POST', `/${id}/transitions`)).flush(
      { type: '/problems/stale-revision', status: 409, title: 'x', titleEn: 'x' },
      { status: 409, statusText: 'Conflict' },
    );
    await show(submitted({ version: 2, revision: revision(2) }));
    (await asked('GET', `/${id}/diff?against=period`)).flush(diff);
    expect(await screen.findByText('Rapporten har skickats in på nytt')).toBeTruthy();
    expect(screen.getByText(/Du läste version 1\. Anna Berg skickade in version 2/)).toBeTruthy();
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Skäl för att återsända')).value).toBe('Förtydliga.');
    expect(localStorage.getItem(`malspar.draft.lars@example.org.${id}.review`)).toContain('Hur många möten?');
  });

  it('says in words why a transition is closed, and does not take it', async () => {
    const closed = available({ enabled: false, reason: 'four_eyes_writer' });
    await open(submitted({ available: [closed] }));
    const button = screen.getByRole('button', { name: 'Tillstyrk' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Du har skrivit i rapporten eller skickat in den.',
    );
    fireEvent.click(button);
    TestBed.inject(HttpTestingController).verify();
  });

  it('lets nobody comment who cannot send a comment', async () => {
    await open(submitted({ available: [] }));
    expect(screen.queryByRole('button', { name: /Kommentera/ })).toBeNull();
    expect(screen.getByText('Du har inget att besluta om den här rapporten just nu.')).toBeTruthy();
  });
});
