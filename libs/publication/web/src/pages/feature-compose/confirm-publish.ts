import { Component, computed, input, output, signal } from '@angular/core';
import { FormField, validate } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { language } from '@malspar/shared-web';
import { Field, FieldControl, type RuleFault, FormHost, plainForm } from '@malspar/shared-web/form';

/** The one act without undo: the period is typed, so that it is meant. */
@Component({
  selector: 'ms-confirm-publish',
  imports: [Field, FieldControl, FormField, FormHost, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="measure">{{ t('publication.confirm.text', { version: version() }) }}</p>
      @if (blocked()) {
        <p class="notice warn">{{ t('publication.confirm.blocked') }}</p>
      } @else {
        <form [msForm]="form">
          <ms-field
            fieldId="confirmation"
            [label]="t('publication.confirm.label', { code: period(), period: heading() })"
          >
            <input msControl type="text" autocomplete="off" spellcheck="false" [formField]="form.fields.confirmation" />
          </ms-field>
          @if (unseen() && !busy()) {
            <p class="hint" id="confirmation-unseen">{{ t('publication.confirm.unseen') }}</p>
          }
          @if (stale() && !busy()) {
            <button type="button" class="button" (click)="lookedFor.emit()">
              {{ t('publication.preview.again') }}
            </button>
          }
          <button
            type="submit"
            class="button primary"
            [attr.aria-busy]="busy()"
            [attr.aria-describedby]="unseen() ? 'confirmation-unseen' : null"
            [disabled]="waiting() || unseen()"
          >
            {{
              t(busy() ? 'publication.confirm.busy' : again() ? 'publication.confirm.again' : 'publication.confirm.act')
            }}
          </button>
        </form>
      }
    </ng-container>
  `,
  styles: `
    input {
      max-inline-size: 16rem;
    }
  `,
})
export class ConfirmPublish {
  readonly period = input.required<string>();
  readonly version = input.required<number>();
  readonly blocked = input(false);
  /** What is written has not been checked yet. */
  readonly waiting = input(false);
  /** The page that was looked at is not the one that would be published. */
  readonly unseen = input(false);
  /** There is an older page to replace with the one that would be published. */
  readonly stale = input(false);
  readonly busy = input(false);
  /** The last attempt's outcome is unknown: the same is sent once more. */
  readonly again = input(false);
  readonly confirmed = output<string>();
  /** The page that would be published is to be shown. */
  readonly lookedFor = output();

  protected readonly heading = computed(() => periodText(this.period(), language()));
  readonly #typed = signal({ confirmation: '' });
  protected readonly form = plainForm(this.#typed, {
    name: 'publish',
    schema: ({ confirmation }) =>
      validate(confirmation, ({ value }): RuleFault | null =>
        codeIn(value()) === this.period()
          ? null
          : { kind: 'wrong', message: 'publication.confirm.wrong', params: { code: this.period() } },
      ),
    send: () => this.#confirm(),
  });

  #confirm(): Promise<[]> {
    if (!this.busy() && !this.waiting() && !this.unseen()) this.confirmed.emit(codeIn(this.#typed().confirmation));
    return Promise.resolve([]);
  }
}

const codeIn = (text: string): string => text.trim().toUpperCase();
