import { TranslocoTestingModule } from '@jsverse/transloco';
import { render, screen } from '@testing-library/angular';
import sv from '../i18n/sv.json';
import { ErrorSummary } from './error-summary';

const show = (errors: { id: string; text: string }[]) =>
  render(`<ms-error-summary [errors]="errors" /><input id="from" aria-label="Från" />`, {
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

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the error summary', () => {
  it('takes the focus, and leads to the field', async () => {
    const { fixture } = await show([{ id: 'from', text: 'Skriv ett datum' }]);
    await fixture.whenStable();
    expect(screen.getByRole('region', { name: sv.errorSummary.title })).toHaveFocus();
    screen.getByRole('link', { name: 'Skriv ett datum' }).click();
    expect(screen.getByRole('textbox', { name: 'Från' })).toHaveFocus();
  });

  it('is silent without errors', async () => {
    const { container } = await show([]);
    expect(container).toHaveTextContent('');
  });
});
