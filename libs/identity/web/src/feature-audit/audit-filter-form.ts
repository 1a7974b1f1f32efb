import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Person } from '@malspar/identity-model';
import { language, planLanguage } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { AUDIT_CATALOGUE } from '../data/audit-catalogue';
import type { Scope } from '../data/shapes';
import type { AuditAddress, AuditChoice } from './audit-filter';

interface Option {
  readonly value: string;
  readonly text: string;
}

/** The choices that narrow the log. Each acts as soon as it is made, by changing the address. */
@Component({
  selector: 'ms-audit-filter',
  imports: [Field, FieldControl, TranslocoDirective],
  template: `
    <form
      class="filter"
      *transloco="let t"
      [attr.aria-label]="t('identity.audit.filter.title')"
      (submit)="stay($event)"
    >
      @for (choice of choices(); track choice.name) {
        <ms-field [fieldId]="'filter-' + choice.name" [label]="t('identity.audit.filter.' + choice.name)">
          <select msControl class="input" (change)="change(choice.name, $event)">
            <option value="">{{ t('identity.audit.filter.all.' + choice.name) }}</option>
            @if (choice.name === 'person') {
              <option value="system" [selected]="choice.value === 'system'">{{ t('identity.audit.system') }}</option>
            }
            @for (option of choice.options; track option.value) {
              <option
                [value]="option.value"
                [selected]="option.value === choice.value"
                [attr.lang]="choice.name === 'omrade' ? planLanguage() : null"
              >
                {{ option.text }}
              </option>
            }
          </select>
        </ms-field>
      }
      @for (day of days(); track day.name) {
        <ms-field [fieldId]="'filter-' + day.name" [label]="t('identity.audit.filter.' + day.name)">
          <input msControl class="input" type="date" [value]="day.value" (change)="change(day.name, $event)" />
        </ms-field>
      }
      <label class="sign-ins">
        <input
          type="checkbox"
          id="filter-inloggningar"
          [checked]="chosen().signIns === 'true'"
          (change)="showSignIns($event)"
        />
        {{ t('identity.audit.filter.signIns') }}
      </label>
    </form>
  `,
  styles: `
    .filter {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
      gap: var(--s2) var(--s4);
      align-items: end;
      margin-block-end: var(--s4);
    }
    ms-field {
      margin: 0;
    }
    .input {
      inline-size: 100%;
    }
    .sign-ins {
      display: flex;
      gap: var(--s2);
      align-items: center;
      min-block-size: 2.75rem;
    }
  `,
})
export class AuditFilterForm {
  readonly #catalogue = inject(AUDIT_CATALOGUE);
  readonly chosen = input.required<AuditChoice>();
  protected readonly planLanguage = planLanguage;
  readonly areas = input.required<readonly Scope[]>();
  readonly people = input.required<readonly Person[]>();
  /** What is to change in the address; null takes it out. */
  readonly changed = output<Partial<Record<keyof AuditAddress, string | null>>>();

  protected readonly choices = computed(() => {
    const { focusArea = '', person = '', kind = '' } = this.chosen();
    return [
      { name: 'omrade', value: focusArea, options: this.areas().map(({ id, title }) => ({ value: id, text: title })) },
      {
        name: 'person',
        value: person,
        options: sorted(this.people().map(({ id, name }) => ({ value: id, text: name }))),
      },
      { name: 'handelse', value: kind, options: this.#kinds() },
    ] as const;
  });
  protected readonly days = computed(() => {
    const { from = '', to = '' } = this.chosen();
    return [
      { name: 'fran', value: from },
      { name: 'till', value: to },
    ] as const;
  });
  readonly #kinds = computed(() =>
    sorted(this.#catalogue.kinds.map(({ name, words }) => ({ value: name, text: words[language()] }))),
  );

  protected change(name: keyof AuditAddress, event: Event): void {
    this.changed.emit({ [name]: (event.target as HTMLInputElement | HTMLSelectElement).value || null });
  }

  protected showSignIns(event: Event): void {
    this.changed.emit({ inloggningar: (event.target as HTMLInputElement).checked ? 'visa' : null });
  }

  // Every choice has acted already.
  protected stay(event: Event): void {
    event.preventDefault();
  }
}

const sorted = (options: readonly Option[]): Option[] =>
  [...options].sort((a, b) => a.text.localeCompare(b.text, language()));
