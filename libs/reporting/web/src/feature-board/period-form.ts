import { Component, computed, effect, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { FormField, validate } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { REASON_MAX } from '@malspar/reporting-model';
import { cleanText } from '@malspar/shared-model';
import { FocusKeeper } from '@malspar/shared-web';
import {
  Field,
  FieldControl,
  following,
  type RuleFault,
  FormHost,
  plainForm,
  textRule,
} from '@malspar/shared-web/form';

let shown = 0;

/** A date that is asked for. */
export interface AskedDate {
  readonly name: 'opensOn' | 'dueOn';
  readonly value: string;
}

/** What was filled in: dates by name, and the reason; empty where none was given. */
export interface PeriodFormContent {
  readonly dates: Readonly<Record<AskedDate['name'], string>>;
  readonly reason: string;
  /** Whether what is asked about it has been read, and it is meant. */
  readonly confirmed: boolean;
}

/**
 * A folded form for one act on a period: its dates, why, and a button that names the act. What is asked before it is
 * done stands above the button, which then does it all the same.
 */
@Component({
  selector: 'ms-period-form',
  imports: [Field, FieldControl, FormField, FormHost, TranslocoDirective],
  template: `
    <details #fold *transloco="let t">
      <summary>{{ title() }}</summary>
      <form [msForm]="form">
        <ng-content />
        <p>{{ text() }}</p>
        <div class="dates">
          @for (date of dates(); track date.name) {
            <ms-field [fieldId]="id() + '-' + date.name" [label]="t('reporting.board.acts.' + date.name)">
              <input msControl type="date" [formField]="form.fields[date.name]" (input)="edited.emit()" />
            </ms-field>
          }
        </div>
        <ms-field
          [fieldId]="id() + '-reason'"
          [label]="t('reporting.board.acts.reason')"
          [need]="t(reasonRequired() ? 'reporting.report.need.must' : 'reporting.report.need.may')"
          [max]="longest"
        >
          <textarea msControl rows="2" [formField]="form.fields.reason"></textarea>
        </ms-field>
        @if (problem(); as problem) {
          <p class="error" role="alert">{{ problem }}</p>
        }
        @if (asked().length > 0) {
          <div class="notice warn" tabindex="-1" [id]="id() + '-asked'">
            <p>
              <strong>{{ t('reporting.board.acts.asked') }}</strong>
            </p>
            <ul>
              @for (words of asked(); track words) {
                <li>{{ words }}</li>
              }
            </ul>
          </div>
        }
        <button type="submit" class="button" [disabled]="busy()">
          {{ asked().length > 0 ? anyway() : button() }}
        </button>
      </form>
    </details>
  `,
  styles: `
    details {
      max-inline-size: 70ch;
    }
    summary {
      cursor: pointer;
      inline-size: fit-content;
    }
    .dates {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
    }
    .notice {
      margin-block: var(--s3) 0;
    }
    button {
      margin-block-start: var(--s3);
    }
  `,
})
export class PeriodForm {
  readonly id = input.required<string>();
  readonly title = input.required<string>();
  readonly text = input.required<string>();
  readonly button = input.required<string>();
  readonly dates = input<readonly AskedDate[]>([]);
  readonly reasonRequired = input(true);
  /** What is asked before it is done, in words. */
  readonly asked = input<readonly string[]>([]);
  /** The button once something is asked. */
  readonly anyway = input('');
  readonly busy = input(false);
  readonly problem = input<string | null>(null);
  readonly sent = output<PeriodFormContent>();
  /** A date was changed: what was said of the one before is no longer so. */
  readonly edited = output();

  readonly #focus = inject(FocusKeeper);
  protected readonly longest = REASON_MAX;
  protected readonly fold = viewChild<ElementRef<HTMLDetailsElement>>('fold');
  readonly #proposed = computed(() => {
    const dateOf = (name: AskedDate['name']): string => this.dates().find((date) => date.name === name)?.value ?? '';
    return { opensOn: dateOf('opensOn'), dueOn: dateOf('dueOn'), reason: '' };
  });
  /** What the person has changed stays; the rest follows the period, however often it is read again. */
  readonly #written = following(this.#proposed);
  protected readonly form = plainForm(this.#written, {
    name: `period-${++shown}`,
    schema: ({ opensOn, dueOn, reason }) => {
      validate(opensOn, ({ value }) => this.#missing('opensOn', value()));
      validate(dueOn, ({ value }) => this.#missing('dueOn', value()));
      const missing = (): string | null => (this.reasonRequired() ? 'reporting.board.acts.reasonMissing' : null);
      textRule(reason, { missing, max: REASON_MAX });
    },
    send: () => this.#send(),
  });

  constructor() {
    effect(() => {
      if (this.asked().length > 0) this.#focus.moveTo(`${this.id()}-asked`);
    });
  }

  /** Folds it up and empties it, once it has been done. */
  finish(): void {
    const fold = this.fold();
    if (fold) fold.nativeElement.open = false;
    this.#written.set(this.#proposed());
  }

  #missing(name: AskedDate['name'], value: string): RuleFault | null {
    const isAsked = this.dates().some((date) => date.name === name);
    return isAsked && value === '' ? { kind: 'missing', message: 'reporting.board.acts.dateMissing' } : null;
  }

  #send(): Promise<[]> {
    const { reason, ...dates } = this.#written();
    this.sent.emit({ dates, reason: cleanText(reason), confirmed: this.asked().length > 0 });
    return Promise.resolve([]);
  }
}
