import { readFileSync } from 'node:fs';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import sv from '../i18n/sv.json';
import { SignInFailed } from './sign-in-failed';

const show = (reason: string | undefined) =>
  render(SignInFailed, {
    providers: [provideRouter([])],
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { identity: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
    inputs: { reason },
  });

/** The words that the server may send the browser here with. */
const served = (): string[] => {
  const source = readFileSync(`${process.cwd()}/libs/identity/api/src/sign-in/sign-in-refused.ts`, 'utf8');
  const list = /type SignInFailureReason =([^;]*);/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => reason ?? '');
};
const texts: Readonly<Record<string, unknown>> = sv.signIn.failed;

describe('a failed sign-in', () => {
  it('has reasons to explain', () => expect(served().length).toBeGreaterThan(5));

  it.each(served())('is explained: %s', async (reason) => {
    const { container } = await show(reason);
    const { what, todo } = texts[reason] as { what: string; todo: string };
    expect(container.textContent).toContain(what);
    expect(container.textContent).toContain(todo);
  });

  it.each([undefined, '<b>x</b>', 'constructor', 'title'])(
    'is understood with %s, and repeats nothing unknown that stands in the address',
    async (reason) => {
      const { container } = await show(reason);
      expect(container.textContent).toContain(sv.signIn.failed.unknown.what);
      expect(container.textContent).not.toContain('<b>');
    },
  );

  it('leads on by whole page loads, to another account where that is what helps', async () => {
    await show('wrong-tenant');
    const [again, other] = screen.getAllByRole('link');
    expect([again, other].map((link) => link?.getAttribute('href'))).toEqual([
      '/auth/login',
      '/auth/login?prompt=select_account',
    ]);
    expect(other?.classList.contains('primary')).toBe(true);
  });
});
