import { Blob as WholeBlob } from 'node:buffer';
import { HttpBackend, HttpEventType, HttpXhrBackend, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Session } from '@malspar/shared-web';
import type { PlanDocument } from '@malspar/site-model';
import { render, screen, waitFor, within } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import sv from '../../i18n/sv.json';
import { DocumentsPage } from './documents-page';

const document = (id: number, change: Partial<PlanDocument> = {}): PlanDocument => ({
  id: `0a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a1${id}`,
  slug: `dokument-${id}`,
  title: `Dokument ${id}`,
  date: '2026-02-03',
  language: 'sv',
  position: id,
  withdrawnAt: null,
  illustrative: false,
  revision: 4,
  versions: [
    {
      version: 1,
      bytes: 1_840_000,
      sha256: 'abc'.padEnd(64, '0'),
      uploadedAt: '2026-02-04T10:00:00.000Z',
      uploadedBy: 'Ada',
    },
  ],
  ...change,
});

/** The common texts that are looked for here. */
const SHARED = {
  errorSummary: { title: 'Det här behöver du rätta' },
  order: { up: 'Flytta upp {{ area }}', down: 'Flytta ned {{ area }}', moved: '{{ area }} är nu på plats {{ place }}' },
  provenance: { illustrative: 'Exempelvärde' },
  language: { sv: 'Svenska', en: 'English' },
  changedMeanwhile: { yourself: 'Du har själv ändrat.', somebodyElse: 'Någon annan har ändrat.' },
};

async function open(documents: PlanDocument[], permissions: string[] = ['site.read', 'site.edit']) {
  await render(DocumentsPage, {
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: HttpXhrBackend, useExisting: HttpBackend },
      { provide: Session, useValue: { me: signal({ permissions }), noteSignedOut: () => undefined } },
    ],
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { site: sv, shared: SHARED } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const asked = (method: string, url: RegExp | string): Promise<TestRequest> =>
    waitFor(() =>
      http.expectOne(
        (request) =>
          request.method === method &&
          (typeof url === 'string' ? request.url === url : url.test(request.urlWithParams)),
      ),
    );
  (await asked('GET', '/api/v1/site/documents')).flush(documents);
  await screen.findByRole('heading', { name: 'På webbplatsen' });
  return { asked, http };
}

/** The test's own browser cannot read a part of a file; Node's can. */
function pdf(name = 'Miljöplan_2026.pdf', content = '%PDF-1.4 …'): File {
  const file = new File([content], name, { type: 'application/pdf' });
  const whole = new WholeBlob([content]);
  return Object.defineProperty(file, 'slice', { value: (from: number, to: number) => whole.slice(from, to) });
}
const choose = (file: File) => fireEvent.change(screen.getByLabelText('PDF-fil'), { target: { files: [file] } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Lägg upp dokumentet' }));

describe('the page with the plan’s documents', () => {
  it('sends the file as it is with what is said of it, tells how far it has come, and starts over', async () => {
    const { asked } = await open([]);
    choose(pdf());
    expect(await screen.findByDisplayValue('Miljöplan 2026')).toBeTruthy();
    submit();
    const upload = await asked('POST', /^\/api\/v1\/site\/documents\?title=/);
    expect(upload.request.headers.get('Content-Type')).toBe('application/pdf');
    expect(upload.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    expect(upload.request.body).toBeInstanceOf(File);
    upload.event({ type: HttpEventType.UploadProgress, loaded: 43, total: 100 });
    expect(await screen.findByText('Skickar filen: 43 %')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('43');
    upload.flush(document(1));
    (await asked('GET', '/api/v1/site/documents')).flush([document(1)]);
    expect(await screen.findByText('Dokument 1 är upplagt och syns på webbplatsen.')).toBeTruthy();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Titel').value).toBe(''));
  });

  it('says what is missing or wrong before anything is sent', async () => {
    const { http } = await open([]);
    submit();
    const links = within(await screen.findByRole('region', { name: 'Det här behöver du rätta' })).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['Välj en PDF-fil', 'Skriv en titel']);
    choose(pdf('sida.pdf', '<html>'));
    expect(await screen.findAllByText(/Filen är ingen PDF/)).not.toHaveLength(0);
    http.expectNone(() => true);
  });

  it('keeps what is written when it goes wrong, and sends a lost one again with the same key', async () => {
    const { asked } = await open([]);
    choose(pdf());
    await screen.findByDisplayValue('Miljöplan 2026');
    submit();
    const first = await asked('POST', /documents/);
    first.error(new ProgressEvent('error'));
    expect((await screen.findByRole('alert')).textContent).toContain('det görs aldrig två gånger');
    submit();
    const second = await asked('POST', /documents/);
    const key = (request: TestRequest) => request.request.headers.get('Idempotency-Key');
    expect(key(second)).toBe(key(first));
    const problem = { type: '/problems/not-a-public-pdf', title: 'PDF-filen är inte hel.', titleEn: 'Not whole.' };
    second.flush(problem, { status: 422, statusText: '' });
    expect((await screen.findByText('PDF-filen är inte hel.')).textContent).toBeTruthy();
    expect(screen.getByDisplayValue('Miljöplan 2026')).toBeTruthy();
    submit();
    expect(key(await asked('POST', /documents/))).not.toBe(key(first));
  });

  it('changes what is said of the version that was seen; when it has changed meanwhile the words stay', async () => {
    const { asked } = await open([document(1)]);
    fireEvent.click(screen.getByRole('button', { name: /^Ändra uppgifter/ }));
    const row = screen.getAllByRole('listitem')[0]!;
    fireEvent.input(within(row).getByLabelText('Titel'), { target: { value: 'Nytt namn' } });
    fireEvent.click(within(row).getByRole('button', { name: 'Spara uppgifterna' }));
    const change = await asked('PUT', /documents\/0a8b/);
    expect(change.request.headers.get('If-Match')).toBe('"4"');
    expect(change.request.body).toEqual({ title: 'Nytt namn', date: '2026-02-03', language: 'sv' });
    const theirs = document(1, { title: 'Deras namn', revision: 5 });
    change.flush(
      { type: '/problems/changed-meanwhile', current: theirs, byYourself: true },
      { status: 412, statusText: '' },
    );
    (await asked('GET', '/api/v1/site/documents')).flush([theirs]);
    expect(await screen.findByRole('heading', { name: 'Deras namn' })).toBeTruthy();
    expect(screen.getByText(/^Du har själv ändrat. +Se efter vad som står nu/)).toBeTruthy();
    expect(screen.getByDisplayValue('Nytt namn')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Spara uppgifterna' }));
    expect((await asked('PUT', /documents\/0a8b/)).request.headers.get('If-Match')).toBe('"5"');
  });

  it('moves a document and says where it is', async () => {
    const { asked } = await open([document(1), document(2)]);
    fireEvent.click(screen.getByRole('button', { name: 'Flytta upp Dokument 2' }));
    const order = await asked('PUT', '/api/v1/site/documents/order');
    expect(order.request.body).toEqual({ ids: [document(2).id, document(1).id] });
    const names = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent.trim());
    expect(names()).toEqual(['Dokument 2', 'Dokument 1']);
    order.flush([document(2, { position: 1 }), document(1, { position: 2 })]);
    await waitFor(() => expect(names()).toEqual(['Dokument 2', 'Dokument 1']));
  });

  it('lets a document be taken off and put back at once', async () => {
    const { asked } = await open([document(1)]);
    const gone = document(1, { position: null, withdrawnAt: '2026-03-01T10:00:00.000Z' });
    fireEvent.click(screen.getByRole('button', { name: /^Ta bort från webbplatsen/ }));
    (await asked('POST', /withdraw$/)).flush(gone);
    (await asked('GET', '/api/v1/site/documents')).flush([gone]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ångra' }));
    (await asked('POST', /restore$/)).flush(document(1));
    (await asked('GET', '/api/v1/site/documents')).flush([document(1)]);
    expect(await screen.findByText(/syns på webbplatsen igen/)).toBeTruthy();
  });

  it('is only to be read by those who may not change it', async () => {
    await open([document(1), document(2, { illustrative: true })], ['site.read']);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getByText('Exempelvärde')).toBeTruthy();
    expect(screen.getByText(/Bara en administratör/)).toBeTruthy();
  });
});
