import { jest } from '@jest/globals';
import { HttpErrorResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { render, screen } from '@testing-library/angular';
import { firstValueFrom } from 'rxjs';
import sv from '../i18n/sv.json';
import { Session } from './session';
import { SessionWarning } from './session-warning';
import { signedOutInterceptor } from './signed-out.interceptor';

const MINUTE = 60_000;
const SERVER = Date.parse('2026-01-15T10:00:00Z');
const times = (idle: number, end: number) => ({
  now: new Date(SERVER).toISOString(),
  idleEndsAt: new Date(SERVER + idle * MINUTE).toISOString(),
  endsAt: new Date(SERVER + end * MINUTE).toISOString(),
});
const me = { name: 'Anna', email: 'a@example.org', roles: [], assignments: [], permissions: [] };

async function signedIn() {
  const shown = await render(SessionWarning, {
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { shared: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
    providers: [provideHttpClient(withInterceptors([signedOutInterceptor])), provideHttpClientTesting()],
  });
  const { injector } = shown.fixture.debugElement;
  const [http, session] = [injector.get(HttpTestingController), injector.get(Session)];
  const settle = async () => {
    await jest.advanceTimersByTimeAsync(0);
    shown.fixture.detectChanges();
  };
  const loaded = session.load();
  http.expectOne('/api/v1/me').flush(me);
  await loaded;
  await settle();
  const pass = async (minutes: number) => {
    await jest.advanceTimersByTimeAsync(minutes * MINUTE);
    await settle();
  };
  return { http, session, injector, settle, pass };
}

describe('the end of the session', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2031-07-01T03:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('is said two minutes ahead, whatever this machine’s clock says, and can be put off', async () => {
    const { http, settle, pass } = await signedIn();
    http.expectOne('/api/v1/session').flush(times(3, 600));
    await settle();
    expect(screen.queryByText(sv.session.warning)).toBeNull();
    await pass(1.1);
    http.match('/api/v1/session').forEach((request) => request.flush(null, { status: 503, statusText: '' }));
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent(sv.session.warning);
    screen.getByRole('button', { name: sv.session.extend }).click();
    http.expectOne({ method: 'POST', url: '/api/v1/session/extend' }).flush(times(30, 600));
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent('');
  });

  it('cannot be put off when the longest time is over', async () => {
    const { http, settle } = await signedIn();
    http.expectOne('/api/v1/session').flush(times(1.5, 1.5));
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent(sv.session.warningEnd);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leaves the page as it is and waits for a new sign-in', async () => {
    const { http, injector, settle } = await signedIn();
    http.expectOne('/api/v1/session').flush(times(30, 600));
    const write = firstValueFrom(injector.get(HttpClient).put('/api/v1/anything', {}));
    http.expectOne('/api/v1/anything').flush(null, { status: 401, statusText: '' });
    await expect(write).rejects.toBeInstanceOf(HttpErrorResponse);
    await settle();
    expect(screen.getByRole('dialog', { name: sv.session.endedTitle })).toBeVisible();
    expect(screen.getByRole('link', { name: sv.session.signInNewTab })).toHaveAttribute('target', '_blank');

    screen.getByRole('button', { name: sv.session.goOn }).click();
    http.expectOne('/api/v1/me').flush(null, { status: 401, statusText: '' });
    await settle();
    expect(screen.getByText(sv.session.stillOut)).toBeVisible();

    screen.getByRole('button', { name: sv.session.goOn }).click();
    http.expectOne('/api/v1/me').flush(me);
    await settle();
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
