import { Component, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { REASON_MAX } from '@malspar/reporting-model';
import { cleanText } from '@malspar/shared-model';
import { FocusKeeper, isTooLong } from '@malspar/shared-web';
import { TextField } from '../ui/text-field';

/** A date that is asked for. */
export interface AskedDate {
  readonly name: 'opensOn' | 'dueOn';
  readonly value: string;
}

/** What was filled in: dates by name, and the reason; empty where none was given. */
export interface PeriodFormContent {
  readonly dates: Readonly<Record<string, string>>;
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
  imports: [TextField, TranslocoDirective],
  template: `
    <details #fold *transloco="let t">
      <summary>{{ title() }}</summary>
      <form novalidate (submit)="send($event)">
        <ng-content />
        <p>{{ text() }}</p>
        <div class="dates">
          @for (date of dates(); track date.name) {
            <div>
              <label class="label" [attr.for]="id() + '-' + date.name">{{
                t('reporting.board.acts.' + date.name)
              }}</label>
              <input
                #picked
                type="date"
                class="input"
                [id]="id() + '-' + date.name"
                [value]="date.value"
                [attr.aria-invalid]="missing() === date.name || null"
                [attr.aria-describedby]="missing() === date.name ? id() + '-missing' : null"
                (input)="pick(date.name, picked.value)"
              />
            </div>
          }
        </div>
        @if (missing() && missing() !== 'reason') {
          <p class="error" [id]="id() + '-missing'">{{ t('reporting.board.acts.dateMissing') }}</p>
        }
        <ms-text-field
          [fieldId]="id() + '-reason'"
          [label]="t('reporting.board.acts.reason')"
          [need]="t(reasonRequired() ? 'reporting.report.need.must' : 'reporting.report.need.may')"
          [error]="missing() === 'reason' ? t('reporting.board.acts.reasonMissing') : null"
          [lines]="2"
          [max]="longest"
          [text]="reason()"
          (typed)="write($event)"
        />
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
      gap: var(--s3) var(--s4);
      margin-block-end: var(--s3);
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
  /** The dates that the person has changed; the others follow the period, however often it is read again. */
  readonly #changed = signal<Readonly<Record<string, string>>>({});
  protected readonly reason = signal('');
  /** The name of the first field that lacks something. */
  protected readonly missing = signal<string | null>(null);

  constructor() {
    effect(() => {
      if (this.asked().length > 0) this.#focus.moveTo(`${this.id()}-asked`);
    });
  }

  /** Folds it up and empties it, once it has been done. */
  finish(): void {
    const fold = this.fold();
    if (fold) fold.nativeElement.open = false;
    this.reason.set('');
    this.#changed.set({});
  }

  protected pick(name: string, value: string): void {
    this.#changed.update((dates) => ({ ...dates, [name]: value }));
    this.missing.set(null);
    this.edited.emit();
  }

  protected write(reason: string): void {
    this.reason.set(reason);
    this.missing.set(null);
  }

  protected send(event: Event): void {
    event.preventDefault();
    const reason = cleanText(this.reason());
    const dates = this.#dates();
    const noDate = this.dates().find(({ name }) => dates[name] === '')?.name ?? null;
    this.missing.set(noDate ?? (this.reasonRequired() && reason === '' ? 'reason' : null));
    const wrong = this.missing() ?? (isTooLong(reason, REASON_MAX) ? 'reason' : null);
    if (wrong === null) this.sent.emit({ dates, reason, confirmed: this.asked().length > 0 });
    else this.#focus.moveTo(`${this.id()}-${wrong}`);
  }

  #dates(): Readonly<Record<string, string>> {
    return { ...Object.fromEntries(this.dates().map(({ name, value }) => [name, value])), ...this.#changed() };
  }
}
