import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ReportComment } from '@malspar/reporting-model';
import { Session } from '@malspar/shared-web';
import { render, screen, waitFor } from '@testing-library/angular';
import { anEntry, aReport } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { ReportPage } from './report-page';

const comment = (nth: number, targetCode: string, reply: string | null): ReportComment => ({
  id: `00000000-0000-4000-8000-00000000000${nth}`,
  revision: 1,
  targetCode,
  field: '/comment',
  text: `Varför? ${nth}`,
  suggestion: null,
  author: 'Lars Bergström',
  createdAt: '2026-01-20T08:00:00Z',
  needsReply: true,
  reply,
  repliedBy: reply && 'Anna Berg',
  repliedAt: reply && '2026-01-21T08:00:00Z',
});

async function renderPage(inputs: { readonly id: string; readonly svara?: string }): Promise<HttpTestingController> {
  localStorage.clear();
  await render(ReportPage, {
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      withTexts(),
      { provide: Session, useValue: { me: signal({ email: 'anna@example.org' }) } },
    ],
    inputs,
  });
  return TestBed.inject(HttpTestingController);
}

async function openToReply(comments: readonly ReportComment[]): Promise<string> {
  const report = aReport({
    state: 'returned',
    entries: [anEntry(), anEntry({ targetCode: 'R2' })],
    comments: [...comments],
  });
  const http = await renderPage({ id: report.id, svara: '1' });
  (await waitFor(() => http.expectOne(`/api/v1/reports/${report.id}`))).flush(report);
  const wordings = { items: [], page: 1, limit: 100, total: 0 };
  const asked = `/api/v1/reports/${report.id}/earlier-wordings`;
  (await waitFor(() => http.expectOne(({ url }) => url === asked))).flush(wordings);
  await screen.findByRole('heading', { name: 'Resor och transporter' });
  const router = TestBed.inject(Router);
  await waitFor(() => expect(router.url).toContain('/rapporter/'));
  return router.url.replace(report.id, ':id');
}

describe('who comes to reply', () => {
  it('is taken to the first comment that waits for it', async () => {
    const comments = [comment(1, 'R1', 'Därför.'), comment(2, 'R2', 'Därför.'), comment(3, 'R2', null)];
    expect(await openToReply(comments)).toBe(`/rapporter/:id?mal=R2#reply-${comments[2]?.id}`);
  });

  it('is taken to the report where every comment has been answered meanwhile', async () => {
    expect(await openToReply([comment(1, 'R1', 'Därför.')])).toBe('/rapporter/:id');
  });
});

describe('a report that does not exist', () => {
  it('is a page that does not exist, with the way onward', async () => {
    const http = await renderPage({ id: 'x' });
    const missing = { type: '/problems/not-found', title: 'Rapporten finns inte' };
    (await waitFor(() => http.expectOne('/api/v1/reports/x'))).flush(missing, { status: 404, statusText: 'Not Found' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Sidan finns inte' })).toBeTruthy();
    expect(document.title).toBe('Sidan finns inte – Målspår');
    expect(screen.getByRole('link', { name: 'Till startsidan' }).getAttribute('href')).toBe('/');
  });
});
