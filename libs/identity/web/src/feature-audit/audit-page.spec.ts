import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { AuditCatalogue, auditSubject } from '@malspar/shared-model';
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import * as z from 'zod';
import sv from '../i18n/sv.json';
import { AUDIT_CATALOGUE } from '../data/audit-catalogue';
import { AuditPage } from './audit-page';

const AREA = { id: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60', title: 'Resor och transporter' };
const item = {
  seq: 812,
  at: '2026-01-20T08:00:00.000Z',
  actorName: 'Anna Berg',
  kind: 'report.submit',
  subjectType: 'report',
  subjectId: '9b2f6c1e-1111-4a29-9d0e-2f7a3c1b5e60',
  subjectTitle: AREA.title,
  period: '2025-Q4',
  version: null,
  dueOn: null,
  dueBefore: null,
  reason: null,
  hash: 'a'.repeat(64),
};

const submitted = { sv: 'Skickade in rapporten', en: 'Submitted the report', data: z.object({}) };
const reports = auditSubject('report', { sv: 'Rapport', en: 'Report' }, { submit: submitted });

async function open(path: string, acts: readonly object[] = [item]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: AUDIT_CATALOGUE, useValue: new AuditCatalogue([reports]) },
      provideRouter([{ path: 'logg', component: AuditPage }], withComponentInputBinding()),
    ],
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { identity: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  http.expectOne('/api/v1/plan').flush({ focusAreas: [AREA], departments: [] });
  http.expectOne(({ url }) => url === '/api/v1/people').flush({ items: [], page: 1, limit: 100, total: 0 });
  const asked = async () => {
    const request = await waitFor(() => http.expectOne(({ url }) => url === '/api/v1/audit'));
    request.flush({ items: acts, page: Number(request.request.params.get('page')), limit: 25, total: 60 });
    await harness.fixture.whenStable();
    return request.request.params;
  };
  return { asked };
}

describe('the log', () => {
  it('names what each act is about, and asks for no sign-ins at first', async () => {
    const { asked } = await open('/logg');
    expect((await asked()).get('signIns')).toBe('false');
    const link = await screen.findByRole('link', { name: 'Resor och transporter, kvartal 4 2025' });
    expect(link.getAttribute('href')).toBe(`/rapporter/${item.subjectId}/historik`);
    expect(screen.getByRole('cell', { name: 'Skickade in rapporten' })).toBeTruthy();
  });

  it('keeps its rows, its count and the focus while the next page is fetched', async () => {
    const { asked } = await open('/logg');
    await asked();
    const older = await screen.findByRole('link', { name: 'Äldre' });
    older.focus();
    fireEvent.click(older);
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/logg?sida=2'));
    TestBed.tick();
    expect(document.activeElement).toBe(older);
    expect(screen.getByRole('table').textContent).toContain('Rad 1 till 1 av 60');
    expect((await asked()).get('page')).toBe('2');
    expect(document.activeElement).toBe(older);
    expect(screen.getByRole('table').textContent).toContain('Rad 26 till 26 av 60');
  });

  it('tells from when to when a due date was moved, and why', async () => {
    const moved = { dueBefore: '2026-01-31', dueOn: '2026-02-07', reason: 'Influensan.' };
    const period = { kind: 'period.move-due-date', subjectType: 'period', subjectTitle: null };
    const { asked } = await open('/logg', [{ ...item, ...period, ...moved }]);
    await asked();
    const cell = await screen.findByRole('cell', { name: /^Kvartal 4 2025/ });
    expect(cell.textContent).toMatch(/Från 31 januari 2026 till 7 februari 2026\s*Influensan\./);
  });

  it('puts each choice in the address, back on the first page, and the file has the same rows', async () => {
    const { asked } = await open('/logg?fran=2026-01-01&sida=2');
    expect((await asked()).get('page')).toBe('2');
    fireEvent.change(screen.getByLabelText('Målområde'), { target: { value: AREA.id } });
    const params = await asked();
    expect(decodeURIComponent(TestBed.inject(Router).url)).toBe(`/logg?fran=2026-01-01&omrade=${AREA.id}`);
    expect([params.get('focusArea'), params.get('from'), params.get('page')]).toEqual([AREA.id, '2026-01-01', '1']);
    const file = screen.getByRole('link', { name: 'Ladda ner som CSV' }).getAttribute('href');
    expect(file).toBe(`/api/v1/audit/csv?focusArea=${AREA.id}&from=2026-01-01&signIns=false&language=sv`);
  });
});
