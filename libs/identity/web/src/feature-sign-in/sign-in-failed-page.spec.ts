import { readFileSync } from 'node:fs';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { render, screen } from '@testing-library/angular';
import sv from '../i18n/sv.json';
import { SignInFailedPage } from './sign-in-failed-page';

const show = (reason: string | undefined) =>
  render(SignInFailedPage, {
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { identity: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
    inputs: { reason },
  });

/** The words the server may send the browser here with. */
const served = () => {
  const source = readFileSync(`${process.cwd()}/libs/identity/api/src/sign-in/sign-in-refused.ts`, 'utf8');
  const list = /signInFailureReasons = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => reason ?? '');
};

describe('a failed sign-in', () => {
  it('explains each reason the server gives', async () => {
    expect(served().length).toBeGreaterThan(5);
    for (const reason of served()) {
      const { container, fixture } = await show(reason);
      expect(container.textContent).not.toContain('identity.');
      expect(container.textContent).toContain(reason);
      fixture.destroy();
    }
  });

  it('is understood without a reason, or with one nobody knows', async () => {
    await show('<b>x</b>');
    expect(screen.getByText(sv.signInFailed.reason.refused)).toBeVisible();
    expect(screen.getByRole('link', { name: sv.signInFailed.again })).toHaveAttribute('href', '/auth/login');
  });
});
