import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  changedByKey,
  type ErrorLink,
  ErrorSummary,
  FocusKeeper,
  formatDateTime,
  language,
  Loading,
  problemOf,
  ProblemNotice,
  Session,
} from '@malspar/shared-web';
import { Conformance, publicPath } from '@malspar/site-model';
import { EMPTY_FAILURE, fieldId, type WrittenFailure } from '../data/statement-draft';
import { StatementStore } from '../data/statement-store';
import { BilingualField } from './bilingual-field';
import { FailureFields } from './failure-fields';
import { SiteActProblem } from './site-act-problem';
import { StatementLine } from './statement-line';

type Translate = (key: string) => string;

/** The accessibility statement: what it is made from, and the way to how it looks. */
@Component({
  selector: 'ms-statement-page',
  imports: [
    BilingualField,
    ErrorSummary,
    FailureFields,
    Loading,
    ProblemNotice,
    SiteActProblem,
    StatementLine,
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
  protected readonly problemOf = problemOf;
  protected readonly changedByKey = changedByKey;
  protected readonly formatDateTime = formatDateTime;
  protected readonly levels = Conformance.options;
  protected readonly mayEdit = computed(() => this.#session.me()?.permissions.includes('site.edit') ?? false);
  /** With the version in it, so that a browser that has seen an older page asks for this one. */
  protected readonly address = computed(
    () => `${publicPath({ at: 'accessibility' }, language())}?v=${this.store.saved()?.version ?? 0}`,
  );

  constructor() {
    void this.store.load();
  }

  protected faultText(pointer: string, t: Translate): string | null {
    const fault = this.store.faults().find((each) => each.pointer === pointer);
    return fault ? t(`site.statement.fault.${fault.code}`) : null;
  }

  protected faultOf(index: number, t: Translate): (pointer: string) => string | null {
    return (pointer) => this.faultText(`/failures/${index}${pointer}`, t);
  }

  protected links(t: Translate): ErrorLink[] {
    return this.store.faults().map(({ pointer, code }) => ({
      id: fieldId(pointer),
      text: `${this.#placeOf(pointer, t)}${t(`site.statement.fault.${code}`)}`,
    }));
  }

  protected change(index: number, change: Partial<WrittenFailure>): void {
    const failures = this.store.written()?.failures ?? [];
    this.store.write({ failures: failures.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  }

  protected add(): void {
    const failures = this.store.written()?.failures ?? [];
    this.store.write({ failures: [...failures, EMPTY_FAILURE] });
    this.#focus.moveTo(fieldId(`/failures/${failures.length}/what/sv`));
  }

  protected remove(index: number): void {
    this.store.write({ failures: this.store.written()?.failures.filter((_, at) => at !== index) ?? [] });
    this.#focus.moveTo('statement-add');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.store.save();
    if (this.store.justSaved()) this.#focus.moveTo('statement-done');
  }

  #placeOf(pointer: string, t: Translate): string {
    const [, number, field] = /^\/failures\/(\d+)\/(\w+)/.exec(pointer) ?? [];
    if (number === undefined || field === undefined) return '';
    const label = field === 'plannedFor' ? 'planned' : field;
    const failure = t('site.statement.failureShort');
    return `${failure} ${Number(number) + 1}, ${t(`site.statement.${label}`)}: `;
  }
}
