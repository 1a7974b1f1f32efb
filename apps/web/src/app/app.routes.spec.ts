import { provideHttpClient } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Session } from '@malspar/shared-web';
import { routes } from './app.routes';

const asked: string[] = [];
const arrive = async (url: string, signedIn: boolean) => {
  asked.length = 0;
  const me = signal(signedIn ? { roles: [], permissions: [], assignments: [] } : null);
  TestBed.configureTestingModule({
    imports: [TranslocoTestingModule.forRoot({ langs: { sv: {} }, translocoConfig: { availableLangs: ['sv'] } })],
    providers: [
      provideHttpClient(),
      provideRouter(routes),
      { provide: Session, useValue: { me, failure: signal(null), signIn: (to: string) => asked.push(to) } },
    ],
  });
  const router = TestBed.inject(Router);
  await router.navigateByUrl(url);
  let route = router.routerState.snapshot.root;
  while (route.firstChild) route = route.firstChild;
  return { url: router.url, component: route.component?.name ?? null };
};

describe('the addresses', () => {
  it.each([
    '/',
    '/uppdrag',
    '/personer',
    '/mina-inloggningar',
    '/logg',
    '/plan',
    '/granskning',
    '/oversikt',
    '/publicering',
    '/publicering/2025-Q3',
    '/publicering/2025',
    '/publicering/2025-T3/ratta',
    '/synpunkter',
    '/webbplatsen',
    '/webbplatsen/tillganglighet',
    '/mal/R1',
    '/rapporter/1/kontroll',
  ])('show a page at %s to somebody signed in', async (url) =>
    expect((await arrive(url, true)).component).toMatch(/Page$/),
  );

  it.each(['/', '/uppdrag', '/finns-inte'])('lead from %s to the sign-in and back', async (url) => {
    expect((await arrive(url, false)).component).toBeNull();
    expect(asked).toEqual([`/app${url}`]);
  });

  it.each([
    ['/no-access', '/ingen-behorighet'],
    ['/sign-in-failed?reason=cancelled', '/inloggning-misslyckades?reason=cancelled'],
    ['/signed-out', '/utloggad'],
  ])('%s needs nobody signed in', async (from, to) => {
    const { url, component } = await arrive(from, false);
    expect(url).toBe(to);
    expect(component).not.toBeNull();
    expect(asked).toEqual([]);
  });

  it.each([
    '/finns-inte',
    '/publicering/xx',
    '/publicering/2025-Q9',
    '/publicering/2025-q3',
    '/publicering/xx/ratta',
    '/publicering/2025-T4/ratta',
  ])('say so when there is no such page: %s', async (url) => {
    expect((await arrive(url, true)).component).toBe('NotFound');
  });
});
