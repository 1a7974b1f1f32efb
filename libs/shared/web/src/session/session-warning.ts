import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SessionTimes } from '@malspar/shared-model';
import { Session } from './session';
import { SessionEnded } from './session-ended';

const MINUTE = 60_000;
const WARN_AHEAD = 2 * MINUTE;
const ASK_EVERY = MINUTE;
const TICK = 10_000;

/** Says two minutes ahead that the session is about to end, and lets it be extended without losing a word. */
@Component({
  selector: 'ms-session-warning',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div role="alert">
        @if (warning(); as left) {
          <div class="notice warn">
            <p>
              {{ t(left.final ? 'shared.session.warningEnd' : 'shared.session.warning') }}
              <strong>{{
                left.minutes > 0
                  ? t('shared.session.minutes', { minutes: left.minutes })
                  : t('shared.session.underMinute')
              }}</strong>
            </p>
            @if (!left.final) {
              <button type="button" class="button" (click)="extend()">{{ t('shared.session.extend') }}</button>
            }
          </div>
        }
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      position: sticky;
      inset-block-start: 0;
      z-index: 4;
    }
    .notice {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s4);
      align-items: center;
      justify-content: center;
      margin: 0;
    }
    p {
      margin: 0;
    }
  `,
})
export class SessionWarning {
  readonly #session = inject(Session);
  readonly #dialog = inject(Dialog);
  /** Times on this machine's clock, however wrong it is. */
  readonly #ends = signal<{ idle: number; end: number } | null>(null);
  readonly #now = signal(Date.now());
  #open: DialogRef<unknown, SessionEnded> | undefined;

  protected readonly warning = computed(() => {
    const ends = this.#ends();
    if (!ends || this.#session.ended()) return null;
    const left = Math.min(ends.idle, ends.end) - this.#now();
    if (left > WARN_AHEAD || left <= 0) return null;
    return { minutes: Math.floor(left / MINUTE), final: ends.end <= ends.idle };
  });

  constructor() {
    const timer = setInterval(() => this.#tick(), TICK);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    effect(() => {
      if (this.#session.me()) untracked(() => void this.#ask());
    });
    effect(() => {
      if (this.#session.ended()) untracked(() => this.#tellEnded());
    });
  }

  protected async extend(): Promise<void> {
    this.#take(await this.#session.extend());
  }

  #askedAt = 0;

  #tick(): void {
    this.#now.set(Date.now());
    if (this.#session.me() && !this.#session.ended() && Date.now() - this.#askedAt >= ASK_EVERY) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#askedAt = Date.now();
    // Without a response the times known so far still hold.
    await this.#session.times().then(
      (times) => this.#take(times),
      () => undefined,
    );
  }

  #take(times: SessionTimes): void {
    const ahead = Date.now() - Date.parse(times.now);
    this.#ends.set({ idle: Date.parse(times.idleEndsAt) + ahead, end: Date.parse(times.endsAt) + ahead });
    this.#now.set(Date.now());
  }

  #tellEnded(): void {
    this.#open ??= this.#dialog.open(SessionEnded, {
      ariaModal: true,
      ariaLabelledBy: 'ended-title',
      disableClose: true,
    });
    this.#open.closed.subscribe(() => {
      this.#open = undefined;
      void this.#ask();
    });
  }
}
