import { Component, signal, type Type } from '@angular/core';
import { FormField, schema, validate } from '@angular/forms/signals';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { render, screen, waitFor } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import type { FieldFault } from '../http/problem';
import sv from '../i18n/sv.json';
import { Field } from './field';
import { FieldGroup } from './field-group';
import { FieldControl, FieldDescription } from './field-parts';
import { FormErrors } from './form-errors';
import { formFaults } from './form-faults';
import { FormHost } from './form-host';
import { following, plainForm } from './plain-form';

const TEXTS = { missing: 'Skriv något.', taken: 'Namnet är taget.', other: 'Något är fel.' };
const textKey = ({ code }: FieldFault): string => `texts.${code}`;

interface Written {
  readonly name: string;
  readonly why: string;
}

const rules = schema<Written>((written) => {
  validate(written.name, ({ value }) => (value() === '' ? { kind: 'missing', message: 'texts.missing' } : null));
  validate(written.why, ({ value }) => (value() === '' ? { kind: 'missing', message: 'texts.missing' } : null));
});

const before = signal<Written>({ name: '', why: 'därför' });
const sent: Written[] = [];
let response: readonly FieldFault[] = [];

@Component({
  imports: [Field, FieldControl, FieldDescription, FormErrors, FormField, FormHost],
  template: `
    <form [msForm]="form">
      <ms-form-errors />
      <ms-field label="Namn" hint="Hela namnet" audience="public" need="måste fyllas i" [max]="10">
        <input msControl type="text" [formField]="form.fields.name" />
        <p msDescription>Förra gången: Ek</p>
      </ms-field>
      <ms-field label="Skäl"><input msControl type="text" [formField]="form.fields.why" /></ms-field>
      <button type="submit">Spara</button>
    </form>
  `,
})
class Page {
  protected readonly model = following(before);
  protected readonly form = plainForm(this.model, {
    name: 'sak',
    schema: rules,
    send: async (fields) => {
      sent.push(fields().value());
      return Promise.resolve(formFaults(fields, response, textKey));
    },
  });
}

@Component({
  imports: [FieldGroup],
  template: `
    <ms-field-group
      fieldId="val"
      legend="Välj"
      need="måste fyllas i"
      audience="public"
      hint="Ett av dem"
      error="Inget är valt."
      notice="Förra gången: ett"
      text="ett"
      [max]="2"
    >
      <input type="radio" aria-label="ett" />
    </ms-field-group>
  `,
})
class Group {}

async function open(page: Type<unknown> = Page): Promise<{ container: Element }> {
  before.set({ name: '', why: 'därför' });
  sent.length = 0;
  response = [];
  return render(page, {
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { texts: TEXTS, shared: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
  });
}

const control = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Spara' }));
const write = (label: string, text: string): void => {
  control(label).value = text;
  fireEvent.input(control(label));
};
const faults = () => screen.queryAllByRole('link').map((link) => [link.textContent.trim(), link.getAttribute('href')]);
const atFields = (container: Element) => [...container.querySelectorAll('.error')].map((p) => p.textContent.trim());

describe('a field', () => {
  it('draws its texts in one order, and describes its control by those that are not empty', async () => {
    const { container } = await open();
    press();
    await waitFor(() => expect(atFields(container)).toEqual([TEXTS.missing]));
    write('Skäl', 'x'.repeat(11));
    const [field, plain] = container.querySelectorAll('ms-field');
    const parts = ['need', 'audience', 'hint', '', 'description', 'error'].map((part) =>
      part ? `sak-name-${part}` : 'sak-name',
    );
    const drawn = [...field!.querySelectorAll('[id]')].map(({ id }) => id);
    expect(drawn).toEqual(['sak-name-label', ...parts, 'sak-name-notes']);
    expect(control('Namn').getAttribute('aria-describedby')?.split(' ')).toEqual(
      parts.filter((id) => id !== 'sak-name'),
    );
    expect(control('Namn').getAttribute('aria-invalid')).toBe('true');
    expect(plain!.querySelector('label')?.htmlFor).toBe('sak-why');
    expect(control('Skäl').hasAttribute('aria-describedby')).toBe(false);
  });

  it('reports a text that is too long in its notes alone', async () => {
    const { container } = await open();
    write('Namn', 'x'.repeat(11));
    response = [{ pointer: '/name', code: 'other' }];
    press();
    await waitFor(() => expect(faults()).toEqual([[TEXTS.other, '#sak-name']]));
    expect(atFields(container)).toHaveLength(1);
    expect(atFields(container)[0]).toContain('1 tecken för mycket');
    expect(control('Namn').getAttribute('aria-describedby')).toContain('sak-name-notes');
  });
});

describe('a group of fields', () => {
  it('has the texts of a field, with its need and its readers in its name', async () => {
    const { container } = await open(Group);
    const group = screen.getByRole('group', { name: 'Välj, måste fyllas i Publiceras' });
    const drawn = [...container.querySelectorAll('ms-field-group [id]')].map(({ id }) => id);
    expect(drawn).toEqual(['val', 'val-hint', 'val-notice', 'val-notes']);
    expect(group.getAttribute('aria-describedby')).toBe('val-hint val-notice val-notes');
    expect(group.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a plain form', () => {
  it('shows no error before the first submit, and no new one while typing', async () => {
    const { container } = await open();
    fireEvent.blur(control('Namn'));
    expect(atFields(container)).toEqual([]);
    press();
    await waitFor(() => expect(faults()).toEqual([[TEXTS.missing, '#sak-name']]));
    write('Skäl', '');
    write('Namn', 'Ek');
    await waitFor(() => expect(faults()).toEqual([]));
    write('Namn', '');
    await waitFor(() => expect(control('Namn').value).toBe(''));
    expect(faults()).toEqual([]);
    press();
    await waitFor(() => expect(faults()).toHaveLength(2));
    expect(sent).toEqual([]);
  });

  it('shows a server error at its field until the field changes, and resends the same values', async () => {
    const { container } = await open();
    write('Namn', 'Ek');
    response = [
      { pointer: '/name', code: 'taken' },
      { pointer: '/name', code: 'other' },
      { pointer: '/colour', code: 'other' },
    ];
    press();
    await waitFor(() => expect(atFields(container)).toEqual([TEXTS.taken]));
    expect(faults()).toEqual([
      [TEXTS.taken, '#sak-name'],
      [TEXTS.other, '#sak'],
    ]);
    response = [];
    press();
    await waitFor(() => expect(sent).toHaveLength(2));
    await waitFor(() => expect(faults()).toEqual([]));
  });

  it('follows its source, except in fields that were edited', async () => {
    await open();
    write('Namn', 'Ek');
    before.set({ name: 'Alm', why: 'nytt skäl' });
    await waitFor(() => expect(control('Skäl').value).toBe('nytt skäl'));
    expect(control('Namn').value).toBe('Ek');
  });
});
