import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import sv from '../i18n/sv.json';
import { PeoplePage } from './people-page';

const person = (digit: number, name: string, self = false) => ({
  id: `${digit}a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a13`,
  name,
  email: `${name.toLowerCase()}@example.org`,
  roles: [],
  active: true,
  lastSignInAt: null,
  self,
});
const anna = person(1, 'Anna');
const peter = person(2, 'Peter', true);

async function open(total = 2) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'personer', component: PeoplePage }], withComponentInputBinding()),
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
  const asked = (path: string): Promise<TestRequest> => waitFor(() => http.expectOne(({ url }) => url.endsWith(path)));
  const harness = await RouterTestingHarness.create('/personer');
  document.body.append(harness.fixture.nativeElement as Node);
  const list = async () => {
    const request = await asked('/people');
    request.flush({ items: [anna, peter], page: Number(request.request.params.get('page')), limit: 50, total });
    await harness.fixture.whenStable();
    return request.request.params;
  };
  await list();
  return { asked, http, list };
}
const press = (name: string, where: HTMLElement = document.body) =>
  fireEvent.click(within(where).getByRole('button', { name }));

describe('the people', () => {
  it('are shut out after a question that names them, and what they answer for is said', async () => {
    const { asked, http } = await open();
    press('Avaktivera Anna');
    const question = await screen.findByRole('dialog', { name: 'Avaktivera Anna?' });
    await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('shared.cancel'));
    press('Avaktivera', question);
    const request = await asked(`/people/${anna.id}/deactivate`);
    const holds = [{ kind: 'owner', scopeTitle: 'Resor', deputy: false }];
    request.flush({ person: { ...anna, active: false }, endedSessions: 2, holds });
    await screen.findByText(/Anna är avaktiverad\.\s+2 inloggningar avslutades\./);
    expect(screen.getByText(/Svarar fortfarande för: Resor\./)).toBeTruthy();
    press('Aktivera Anna');
    (await asked(`/people/${anna.id}/activate`)).flush({ person: anna, endedSessions: 0, holds });
    await screen.findByText('Anna är aktiv och kan logga in igen.');
    expect(screen.queryByText(/Svarar fortfarande/)).toBeNull();
    http.verify();
  });

  it('keep their access when the question is answered with no, or the server refuses', async () => {
    const { asked, http } = await open();
    press('Avsluta inloggningar för Anna');
    press('shared.cancel', await screen.findByRole('dialog'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    http.verify();
    press('Avaktivera Anna');
    press('Avaktivera', await screen.findByRole('dialog'));
    const refusal = { type: '/problems/last-administrator', title: 'Personen är den enda.' };
    (await asked('/deactivate')).flush(refusal, { status: 409, statusText: 'Conflict' });
    await screen.findByText('Personen är den enda.');
    expect(screen.getByRole('button', { name: 'Avaktivera Anna' })).toBeTruthy();
  });

  it('stay, and the focus with them, while the next page is fetched', async () => {
    const { list } = await open(120);
    const next = screen.getByRole('link', { name: 'Nästa' });
    next.focus();
    fireEvent.click(next);
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/personer?sida=2'));
    TestBed.tick();
    expect(screen.getByText('Anna')).toBeTruthy();
    expect(screen.getByText('Sida 1 av 3')).toBeTruthy();
    expect((await list()).get('page')).toBe('2');
    expect(screen.getByText('Sida 2 av 3')).toBeTruthy();
    expect(document.activeElement).toBe(next);
  });

  it('are found by what the address says, and nobody is offered to shut themself out', async () => {
    const { list } = await open();
    expect(screen.queryByRole('button', { name: 'Avaktivera Peter' })).toBeNull();
    fireEvent.input(screen.getByLabelText('Namn eller e-post'), { target: { value: ' anna ' } });
    fireEvent.submit(screen.getByRole('search'));
    expect((await list()).get('q')).toBe('anna');
    expect(TestBed.inject(Router).url).toBe('/personer?sok=anna');
  });
});
