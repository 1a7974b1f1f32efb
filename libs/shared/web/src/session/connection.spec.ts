import { HttpClient, HttpErrorResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideRouter, Router } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { fireEvent, render, screen } from '@testing-library/angular';
import { firstValueFrom } from 'rxjs';
import sv from '../i18n/sv.json';
import { keptLocally, needsServerInterceptor } from './needs-server.interceptor';
import { OfflineNotice } from './offline-notice';

let online = true;
const connect = (yes: boolean): void => {
  online = yes;
  window.dispatchEvent(new Event(yes ? 'online' : 'offline'));
};

async function open() {
  online = true;
  const { fixture } = await render(
    `<ms-offline-notice /><button>Skicka in
      till granskning</button><a href="/files/report.pdf">Rapporten</a>`,
    {
      imports: [
        OfflineNotice,
        TranslocoTestingModule.forRoot({
          langs: { sv: { shared: sv } },
          translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
          preloadLangs: true,
        }),
      ],
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([needsServerInterceptor])),
        provideHttpClientTesting(),
      ],
    },
  );
  const http = fixture.debugElement.injector.get(HttpClient);
  const server = fixture.debugElement.injector.get(HttpTestingController);
  const said = async (): Promise<string> => {
    await fixture.whenStable();
    return screen.getByRole('alert').textContent?.trim() ?? '';
  };
  const router = fixture.debugElement.injector.get(Router);
  const lines = () => document.querySelectorAll('ms-offline-notice .notice').length;
  return { http, server, said, router, lines };
}

const failure = (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(
    () => null,
    (error: unknown) => error,
  );

beforeAll(() => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
  globalThis.ResizeObserver = class {
    observe = (): void => undefined;
    disconnect = (): void => undefined;
    unobserve = (): void => undefined;
  };
});

describe('without contact with the server', () => {
  it('a button that needs it says so by its name, and nothing is sent then or later', async () => {
    const { http, server, said, lines } = await open();
    connect(false);
    fireEvent.click(screen.getByRole('button'));
    const error = await failure(firstValueFrom(http.post('/api/v1/reports/1/transitions', {})));
    expect(error).toBeInstanceOf(HttpErrorResponse);
    expect(await said()).toBe(
      '”Skicka in till granskning” behöver servern, och du är inte uppkopplad. Ingenting har skickats. Försök igen när du är uppkopplad.',
    );
    expect(lines()).toBe(1);
    connect(true);
    expect([await said(), lines()]).toEqual(['', 0]);
    server.verify();
  });

  it('a draft is tried all the same, and nobody is told of what can wait', async () => {
    const { http, server, said } = await open();
    connect(false);
    fireEvent.click(screen.getByRole('button'));
    const sent = failure(firstValueFrom(http.put('/api/v1/draft', {}, { context: keptLocally() })));
    server.expectOne('/api/v1/draft').error(new ProgressEvent('error'));
    await sent;
    expect(await said()).toBe('');
  });

  it('a server that does not respond is told apart from a lost connection', async () => {
    const { http, server, said } = await open();
    fireEvent.click(screen.getByRole('button'));
    const sent = failure(firstValueFrom(http.post('/api/v1/act', {})));
    server.expectOne('/api/v1/act').error(new ProgressEvent('error'));
    await sent;
    expect(await said()).toContain('”Skicka in till granskning” behöver servern, och den svarar inte.');
  });

  it('a link to a file is not followed to the browser’s own page about it', async () => {
    const { said } = await open();
    connect(false);
    expect(fireEvent.click(screen.getByRole('link'))).toBe(false);
    expect(await said()).toContain('”Rapporten” behöver servern');
  });

  it('what a page reads when a press has led to it is not said to have been pressed for', async () => {
    const { http, server, said, router, lines } = await open();
    connect(false);
    fireEvent.click(screen.getByRole('button'));
    await router.navigateByUrl('/?to=check');
    const sent = failure(firstValueFrom(http.get('/api/v1/reports/1')));
    server.expectOne('/api/v1/reports/1').error(new ProgressEvent('error'));
    await sent;
    expect([await said(), lines()]).toEqual(['', 1]);
  });

  it('what the page asks for by itself disturbs nobody', async () => {
    const { http, server, said } = await open();
    connect(false);
    const sent = failure(firstValueFrom(http.get('/api/v1/session')));
    server.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    await sent;
    expect(await said()).toBe('');
  });
});
