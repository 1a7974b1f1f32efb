import { Component, DOCUMENT, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { cleanText } from '@malspar/shared-model';

/** A date that is asked for. */
export interface AskedDate {
  readonly name: 'opensOn' | 'dueOn';
  readonly value: string;
}

/** What was filled in: dates by name, and the reason; empty where none was given. */
export interface PeriodFormContent {
  readonly dates: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** A folded form for one act on a period: its dates, why, and a button that names the act. */
@Component({
  selector: 'ms-period-form',
  imports: [TranslocoDirective],
  template: `
    <details *transloco="let t">
      <summary>{{ title() }}</summary>
      <form novalidate (submit)="send($event)">
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
        <label class="label" [attr.for]="id() + '-reason'">{{
          t(reasonRequired() ? 'reporting.board.acts.reason' : 'reporting.board.acts.reasonIfAny')
        }}</label>
        <textarea
          #why
          class="input"
          rows="2"
          maxlength="2000"
          [id]="id() + '-reason'"
          [value]="reason()"
          [attr.aria-invalid]="missing() === 'reason' || null"
          [attr.aria-describedby]="missing() === 'reason' ? id() + '-missing' : null"
          (input)="write(why.value)"
        ></textarea>
        @if (missing(); as name) {
          <p class="error" [id]="id() + '-missing'">
            {{ t('reporting.board.acts.' + (name === 'reason' ? 'reasonMissing' : 'dateMissing')) }}
          </p>
        }
        @if (problem(); as problem) {
          <p class="error" role="alert">{{ problem }}</p>
        }
        <button type="submit" class="button" [disabled]="busy()">{{ button() }}</button>
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
    textarea {
      inline-size: 100%;
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
  readonly busy = input(false);
  readonly problem = input<string | null>(null);
  readonly sent = output<PeriodFormContent>();

  readonly #document = inject(DOCUMENT);
  readonly #picked = linkedSignal<readonly AskedDate[], Readonly<Record<string, string>>>({
    source: this.dates,
    computation: (dates) => Object.fromEntries(dates.map(({ name, value }) => [name, value])),
  });
  protected readonly reason = signal('');
  /** The name of the first field that lacks something. */
  protected readonly missing = signal<string | null>(null);

  protected pick(name: string, value: string): void {
    this.#picked.update((dates) => ({ ...dates, [name]: value }));
    this.missing.set(null);
  }

  protected write(reason: string): void {
    this.reason.set(reason);
    this.missing.set(null);
  }

  protected send(event: Event): void {
    event.preventDefault();
    const reason = cleanText(this.reason());
    const dates = this.#picked();
    const noDate = this.dates().find(({ name }) => dates[name] === '')?.name ?? null;
    this.missing.set(noDate ?? (this.reasonRequired() && reason === '' ? 'reason' : null));
    const missing = this.missing();
    if (missing === null) this.sent.emit({ dates, reason });
    else this.#document.getElementById(`${this.id()}-${missing}`)?.focus();
  }
}
