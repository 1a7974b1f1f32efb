import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { Assignment } from '@malspar/identity-model';
import { render, screen, waitFor, within } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import sv from '../i18n/sv.json';
import { AssignmentsPage } from './assignments-page';

/** The common texts that are looked for here. */
const SHARED = { changedMeanwhile: { yourself: 'Du har själv ändrat.', somebodyElse: 'Någon annan har ändrat.' } };

const AREA = '0a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a11';
const DEPARTMENT = '1a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a12';
const ANNA = '2a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a13';
const BO = '3a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a14';
const person = (id: string, name: string, roles: string[]) => ({
  id,
  name,
  email: `${name.toLowerCase()}@example.org`,
  roles,
  active: true,
  lastSignInAt: '2026-01-01T08:00:00Z',
});
const annas: Assignment = {
  id: '4a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a15',
  personId: ANNA,
  personName: 'Anna',
  kind: 'owner',
  scopeId: AREA,
  deputy: false,
  from: '2025-01-01',
  to: null,
  inForce: true,
  version: 3,
};
const page = (items: unknown[], total: number) => ({ items, page: 1, limit: 100, total });

async function open(assignments: Assignment[] = [annas]) {
  const { container } = await render(AssignmentsPage, {
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { identity: sv, shared: SHARED } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const asked = (method: string, url: string): Promise<TestRequest> => waitFor(() => http.expectOne({ method, url }));
  (await asked('GET', '/api/v1/assignments')).flush(assignments);
  (await asked('GET', '/api/v1/plan')).flush({
    focusAreas: [{ id: AREA, title: 'Resor', number: 1 }],
    departments: [{ id: DEPARTMENT, title: 'Fastighet' }],
  });
  // More people than one page holds.
  (await asked('GET', '/api/v1/people?page=1&limit=100')).flush(page([person(ANNA, 'Anna', ['owner'])], 2));
  (await asked('GET', '/api/v1/people?page=2&limit=100')).flush(page([person(BO, 'Bo', ['viewer'])], 2));
  await screen.findAllByRole('article');
  return { asked, container };
}

const refusal = (status: number, body: object) =>
  [
    { status, ...body },
    { status, statusText: 'refused' },
  ] as const;
const press = async (name: string): Promise<boolean> => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, value: string): Promise<void> => {
  const field = await screen.findByLabelText<HTMLInputElement>(label);
  field.value = value;
  fireEvent(field, new Event('input', { bubbles: true }));
};
const errorText = (container: Element) => container.querySelector('.error')?.textContent.trim();

describe('the page of assignments', () => {
  it('shows each focus area and department, and where nobody answers', async () => {
    await open();
    const [area, department] = screen.getAllByRole('article');
    expect(within(area!).queryByText('Anna')).not.toBeNull();
    expect(department!.textContent).toContain(sv.assignments.nobody);
  });

  it('gives its hints above the controls that they are read with', async () => {
    await open();
    await press('Lägg till uppdrag för Resor');
    const hints = [
      ['Vem', sv.assignments.form.whoIsHere],
      ['Sista dag', sv.assignments.form.toHint],
    ] as const;
    for (const [label, text] of hints) {
      const control = await screen.findByLabelText(label);
      const hint = screen.getByText(text);
      expect(hint.compareDocumentPosition(control)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
      expect(control.getAttribute('aria-describedby')?.split(' ')).toContain(hint.id);
    }
  });

  it('says at the field and on top what the server refused', async () => {
    const { asked, container } = await open();
    await press('Lägg till uppdrag för Resor');
    await press('Lägg till uppdraget');
    await waitFor(() => expect(errorText(container)).toBe(sv.assignments.fault.personId.required));

    await write('Vem', BO);
    await screen.findByText(/Bo hade inte rollen/);
    await press('Lägg till uppdraget');
    const faults = { type: '/problems/invalid', errors: [{ pointer: '/from', code: 'overlaps' }] };
    (await asked('POST', '/api/v1/assignments')).flush(...refusal(422, faults));
    const link = await screen.findByRole('link', { name: sv.assignments.fault.from.overlaps });
    expect(link.getAttribute('href')).toBe(`#${screen.getByLabelText('Första dag').id}`);
    expect(errorText(container)).toBe(sv.assignments.fault.from.overlaps);
  });

  it('shows what somebody else saved meanwhile, and replaces it only when told to', async () => {
    const { asked } = await open();
    const url = `/api/v1/assignments/${annas.id}`;
    await press('Ändra uppdraget för Anna');
    await write('Sista dag', '2026-06-30');
    await press('Spara ändringen');
    const first = await asked('PUT', url);
    expect(first.request.headers.get('If-Match')).toBe('"3"');
    const current = { ...annas, deputy: true, version: 4 };
    first.flush(...refusal(412, { type: '/problems/changed-meanwhile', current }));
    expect(await screen.findByRole('heading', { name: SHARED.changedMeanwhile.somebodyElse })).toBeTruthy();
    const [, ...rows] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['ja', 'nej'],
      ['tills vidare', '30 juni 2026'],
    ]);

    await press('Spara mitt');
    const second = await asked('PUT', url);
    expect(second.request.headers.get('If-Match')).toBe('"4"');
    expect(second.request.body).toMatchObject({ to: '2026-06-30', deputy: false });
    const saved = { ...annas, to: '2026-06-30', version: 5 };
    second.flush(...refusal(412, { type: '/problems/changed-meanwhile', current, byYourself: true }));
    expect(await screen.findByRole('heading', { name: SHARED.changedMeanwhile.yourself })).toBeTruthy();
    await press('Spara mitt');
    (await asked('PUT', url)).flush(saved);
    (await asked('GET', '/api/v1/assignments')).flush([saved]);
    await screen.findByText('Uppdraget för Anna är ändrat.');
  });

  it('keeps what is being written when another assignment is saved beside it', async () => {
    const bos = { ...annas, id: '5a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a16', personId: BO, personName: 'Bo', deputy: true };
    const { asked } = await open([annas, { ...bos, kind: 'manager', scopeId: DEPARTMENT }]);
    await press('Ändra uppdraget för Anna');
    await write('Sista dag', '2026-06-30');
    await press('Avsluta uppdraget för Bo');
    (await asked('DELETE', `/api/v1/assignments/${bos.id}`)).flush(null);
    (await asked('GET', '/api/v1/assignments')).flush([{ ...annas, version: 4 }]);
    await screen.findByText('Uppdraget för Bo är borttaget.');
    await press('Spara ändringen');
    const sent = await asked('PUT', `/api/v1/assignments/${annas.id}`);
    expect(sent.request.body).toMatchObject({ to: '2026-06-30' });
  });

  it('ends at once, and can take that back', async () => {
    const { asked } = await open();
    const url = `/api/v1/assignments/${annas.id}`;
    const ended = { ...annas, to: '2025-12-31', inForce: false, version: 4 };
    await press('Avsluta uppdraget för Anna');
    (await asked('DELETE', url)).flush(null);
    (await asked('GET', '/api/v1/assignments')).flush([ended]);
    await press('Ångra');
    const back = await asked('PUT', url);
    expect(back.request.headers.get('If-Match')).toBe('"4"');
    expect(back.request.body).toMatchObject({ to: null });
    back.flush({ ...annas, version: 5 });
    (await asked('GET', '/api/v1/assignments')).flush([{ ...annas, version: 5 }]);
    await screen.findByText('Uppdraget för Anna är tillbaka.');
  });
});
