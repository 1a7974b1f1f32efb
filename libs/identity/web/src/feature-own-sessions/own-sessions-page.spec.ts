import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { OwnSession } from '@malspar/identity-model';
import { render, screen, waitFor } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import sv from '../i18n/sv.json';
import { OwnSessionsPage } from './own-sessions-page';

const session = (digit: string, current: boolean): OwnSession => ({
  id: digit.repeat(64),
  beganAt: `2020-03-0${digit}T08:00:00.000Z`,
  lastUsedAt: `2020-03-0${digit}T09:30:00.000Z`,
  current,
});
const [here, second, third] = [session('1', true), session('2', false), session('3', false)];

async function open() {
  await render(OwnSessionsPage, {
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { identity: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const asked = (method: string, path: string) =>
    waitFor(() => http.expectOne({ method, url: `/api/v1/me/sessions${path}` }));
  (await asked('GET', '')).flush([here, second, third]);
  return asked;
}

describe('one’s own sessions', () => {
  it('are listed, and each but the one in use can be ended', async () => {
    const asked = await open();
    expect(await screen.findByText('Började 2 mars kl. 09:00, senast använd 2 mars kl. 10:30')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /1 mars/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Avsluta inloggningen som började 2 mars kl. 09:00' }));
    (await asked('DELETE', `/${second.id}`)).flush(null, { status: 204, statusText: '' });
    (await asked('GET', '')).flush([here, third]);
    await screen.findByText('Inloggningen är avslutad.');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  });

  it('are ended all but this one', async () => {
    const asked = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Avsluta alla andra' }));
    (await asked('DELETE', '')).flush({ endedSessions: 2 });
    (await asked('GET', '')).flush([here]);
    await screen.findByText('2 inloggningar är avslutade.');
    await screen.findByText('Du är inte inloggad någon annanstans.');
  });
});
