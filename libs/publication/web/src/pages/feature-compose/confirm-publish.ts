import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { FocusKeeper, language } from '@malspar/shared-web';

/** The one act without undo: the period is typed, so that it is meant. */
@Component({
  selector: 'ms-confirm-publish',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="measure">{{ t('publication.confirm.text', { version: version() }) }}</p>
      @if (blocked()) {
        <p class="notice warn">{{ t('publication.confirm.blocked') }}</p>
      } @else {
        <form (submit)="send($event)" novalidate>
          <div class="field">
            <label class="label" for="confirmation">{{
              t('publication.confirm.label', { code: period(), period: heading() })
            }}</label>
            @if (wrong()) {
              <p class="error" id="confirmation-error">{{ t('publication.confirm.wrong', { code: period() }) }}</p>
            }
            <input
              id="confirmation"
              type="text"
              autocomplete="off"
              spellcheck="false"
              [value]="typed()"
              [attr.aria-invalid]="wrong() || null"
              [attr.aria-describedby]="wrong() ? 'confirmation-error' : null"
              (input)="write($event)"
            />
          </div>
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
    .error {
      margin: 0;
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

  readonly #focus = inject(FocusKeeper);
  protected readonly typed = signal('');
  protected readonly wrong = signal(false);
  protected readonly heading = computed(() => periodText(this.period(), language()));

  protected write(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
    this.wrong.set(false);
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.busy() || this.waiting() || this.unseen()) return;
    const confirmation = this.typed().trim().toUpperCase();
    this.wrong.set(confirmation !== this.period());
    if (this.wrong()) this.#focus.moveTo('confirmation');
    else this.confirmed.emit(confirmation);
  }
}
