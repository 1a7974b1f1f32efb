import { HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { signal, type Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import { Session } from '@malspar/shared-web';
import { render, waitFor } from '@testing-library/angular';
import { of } from 'rxjs';
import { CheckPage } from './feature-check/check-page';
import { ReportPage } from './feature-report/report-page';
import { QueuePage } from './feature-review/queue-page';
import { StartPage } from './feature-start/start-page';
import { FACTS, markedApi } from './testing/marked-app';
import { aReport, aSummary } from './testing/report-fixture';
import { withTexts } from './testing/texts';

const { id } = aSummary();
const correction = { revision: 1, reason: 'R1 ska vara 86,0', who: 'Ingrid Wallin', at: '2026-02-01T08:00:00.000Z' };
const TITLE = 'Rättelse av publicerad version 1, påbörjad av Ingrid Wallin';
const LINE = 'Rättelse av version 1: R1 ska vara 86,0 (Ingrid Wallin)';

async function open(page: Type<unknown>, inputs: object, change: object): Promise<Element> {
  localStorage.clear();
  const report = { ...aReport(), ...change, correction };
  const api: Readonly<Record<string, unknown>> = {
    ...markedApi(FACTS),
    reports: { items: [report], page: 1, limit: 100, total: 1 },
    [`reports/${id}`]: report,
  };
  const { container } = await render(page, {
    providers: [
      provideHttpClient(
        withInterceptors([({ url }) => of(new HttpResponse({ body: api[url.replace('/api/v1/', '')], status: 200 }))]),
      ),
      provideRouter([]),
      withTexts(),
      { provide: Session, useValue: { me: signal({ email: 'anna@example.org', roles: [], permissions: [] }) } },
    ],
    inputs: { ...inputs },
  });
  await waitFor(() => expect(container.querySelector('h1')).not.toBeNull());
  return container;
}

/** Where the reason for a correction is read, beside the review itself. */
describe.each([
  ['the start page', StartPage, {}, {}, [LINE]],
  ['the queue', QueuePage, {}, { state: 'submitted', waitsForMe: 'endorse' }, [LINE]],
  ['the form', ReportPage, { id }, {}, [TITLE, correction.reason]],
  ['the page before handing in', CheckPage, { id }, {}, [TITLE, correction.reason]],
] as const)('on %s', (_, page, inputs, change, words) => {
  it('a correction says what it corrects, why, and who asked', async () => {
    const container = await open(page, inputs, change);
    await waitFor(() => {
      for (const text of words) expect(container.textContent.replaceAll(/\s+/g, ' ')).toContain(text);
    });
  });
});
