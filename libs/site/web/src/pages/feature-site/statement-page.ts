import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { changedByKey, FocusKeeper, formatDateTime, language, Loaded, LoadedAs, Session } from '@malspar/shared-web';
import {
  Field,
  FieldControl,
  PartError,
  FieldGroup,
  FormErrors,
  type FormFault,
  formFaults,
  FormHost,
  plainForm,
} from '@malspar/shared-web/form';
import { Conformance, publicPath } from '@malspar/site-model';
import { EMPTY_FAILURE, faultText, statementSchema } from '../data/statement-draft';
import { StatementStore } from '../data/statement-store';
import { BilingualField } from './bilingual-field';
import { FailureFields } from './failure-fields';
import { LineField } from './line-field';
import { SiteActProblem } from './site-act-problem';

type Translate = (key: string) => string;

/** The accessibility statement: what it is made from, and the way to how it looks. */
@Component({
  selector: 'ms-statement-page',
  imports: [
    BilingualField,
    FailureFields,
    Field,
    FieldControl,
    PartError,
    FieldGroup,
    FormErrors,
    FormField,
    FormHost,
    LineField,
    Loaded,
    LoadedAs,
    SiteActProblem,
    TranslocoDirective,
  ],
  providers: [StatementStore],
  templateUrl: './statement-page.html',
  styleUrl: './statement-page.css',
})
export class StatementPage {
  readonly #session = inject(Session);
  readonly #focus = inject(FocusKeeper);
  protected readonly store = inject(StatementStore);
  protected readonly changedByKey = changedByKey;
  protected readonly formatDateTime = formatDateTime;
  protected readonly levels = Conformance.options;
  protected readonly mayEdit = computed(() => this.#session.me()?.permissions.includes('site.edit') ?? false);
  protected readonly form = plainForm(this.store.written, {
    name: 'statement',
    schema: statementSchema,
    send: () => this.#save(),
  });
  /** With the version in it, so that a browser that has seen an older page asks for this one. */
  protected readonly address = computed(
    () => `${publicPath({ at: 'accessibility' }, language())}?v=${this.store.saved()?.version ?? 0}`,
  );

  constructor() {
    void this.store.load();
  }

  protected placeOf(t: Translate): (field: string) => string {
    return (name) => {
      const [, number, field] = /^statement\.failures\.(\d+)\.(\w+)/.exec(name) ?? [];
      if (number === undefined || field === undefined) return '';
      const label = field === 'plannedFor' ? 'planned' : field;
      return `${t('site.statement.failureShort')} ${Number(number) + 1}, ${t(`site.statement.${label}`)}: `;
    };
  }

  protected add(): void {
    const { failures } = this.store.written();
    this.store.written.update((written) => ({ ...written, failures: [...failures, { ...EMPTY_FAILURE }] }));
    this.#focus.moveTo(`statement-failures-${failures.length}-what-sv`);
  }

  protected remove(index: number): void {
    this.store.written.update((written) => ({
      ...written,
      failures: written.failures.filter((_, at) => at !== index),
    }));
    this.#focus.moveTo('statement-add');
  }

  protected keepMine(): void {
    this.store.keepMine();
    void this.form.send();
  }

  async #save(): Promise<readonly FormFault[]> {
    const faults = await this.store.save();
    if (this.store.justSaved()) this.#focus.moveTo('statement-done');
    return formFaults(this.form.fields, faults, faultText);
  }
}
