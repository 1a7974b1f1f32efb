import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { fireEvent, render, screen } from '@testing-library/angular';
import sv from '../i18n/sv.json';
import { provideFocus } from '../focus/provide-focus';
import { ErrorSummary } from './error-summary';

const show = (errors: { id: string; text: string }[]) =>
  render(`<form><ms-error-summary [errors]="errors" /><input id="from" aria-label="Från" /></form>`, {
    providers: [provideRouter([]), provideFocus()],
    imports: [
      ErrorSummary,
      TranslocoTestingModule.forRoot({
        langs: { sv: { shared: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
    componentProperties: { errors },
  });

describe('the error summary', () => {
  it('takes the focus, and leads to the field', async () => {
    const { fixture } = await show([{ id: 'from', text: 'Skriv ett datum' }]);
    await fixture.whenStable();
    expect(screen.getByRole('region', { name: sv.errorSummary.title })).toHaveFocus();
    screen.getByRole('link', { name: 'Skriv ett datum' }).click();
    expect(screen.getByRole('textbox', { name: 'Från' })).toHaveFocus();
  });

  it('leaves the focus in the field when one of two has been put right, and takes it when the form is sent again', async () => {
    const from = { id: 'from', text: 'Skriv ett datum' };
    const { fixture, rerender, container } = await show([{ id: 'to', text: 'Skriv ett slut' }, from]);
    await fixture.whenStable();
    screen.getByRole('textbox', { name: 'Från' }).focus();
    await rerender({ componentProperties: { errors: [{ ...from }] } });
    await fixture.whenStable();
    expect(screen.getByRole('textbox', { name: 'Från' })).toHaveFocus();
    fireEvent.submit(container.querySelector('form')!);
    await rerender({ componentProperties: { errors: [{ ...from }] } });
    await fixture.whenStable();
    expect(screen.getByRole('region', { name: sv.errorSummary.title })).toHaveFocus();
  });

  it('is silent without errors', async () => {
    const { container } = await show([]);
    expect(container).toHaveTextContent('');
  });
});
