import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isSettled, REASON_MAX, type ReportingPeriod } from '@malspar/reporting-model';
import { FocusKeeper, isTooLong, PlanText, problemOf, StateBadge } from '@malspar/shared-web';
import { cleanText } from '@malspar/shared-model';
import { ReportingClient } from '../data/reporting-client';
import { TextField } from '../ui/text-field';
import type { BoardRow } from './board-rows';

/** Closing a period: says what is missing first, and asks for a reason where something is. */
@Component({
  selector: 'ms-close-period',
  imports: [PlanText, TextField, TranslocoDirective, StateBadge],
  template: `
    <details *transloco="let t">
      <summary>{{ t('reporting.board.close.title', { period: heading() }) }}</summary>
      @if (missing().length > 0) {
        <p>{{ t('reporting.board.close.missing', { count: missing().length }) }}</p>
        <ul>
          @for (row of missing(); track row.report.id) {
            <li>
              <span msPlanText>{{ row.report.focusArea.title }}</span>&ngsp;<ms-state-badge
                [state]="row.report.state"
              />
            </li>
          }
        </ul>
        <ms-text-field
          fieldId="close-reason"
          [label]="t('reporting.board.close.reason')"
          [need]="t('reporting.report.need.must')"
          [hint]="t('reporting.board.close.hint')"
          [error]="reasonMissing() ? t('reporting.board.close.reasonMissing') : null"
          [lines]="2"
          [max]="longest"
          [text]="reason()"
          (typed)="write($event)"
        />
      } @else {
        <p>{{ t('reporting.board.close.allApproved') }}</p>
      }
      @if (failed(); as text) {
        <p class="error" role="alert">{{ text }}</p>
      }
      <button type="button" class="button" [disabled]="busy()" (click)="close(t('reporting.board.close.failed'))">
        {{ t('reporting.board.close.button', { period: heading() }) }}
      </button>
    </details>
  `,
  styles: `
    details {
      margin-block-start: var(--s6);
      max-inline-size: 70ch;
    }
    summary {
      cursor: pointer;
      inline-size: fit-content;
    }
    button {
      margin-block-start: var(--s3);
    }
  `,
})
export class ClosePeriod {
  readonly period = input.required<ReportingPeriod>();
  readonly heading = input.required<string>();
  readonly rows = input.required<readonly BoardRow[]>();
  readonly closed = output<ReportingPeriod>();

  readonly #client = inject(ReportingClient);
  readonly #focus = inject(FocusKeeper);
  protected readonly longest = REASON_MAX;

  protected readonly reason = signal('');
  protected readonly reasonMissing = signal(false);
  protected readonly busy = signal(false);
  protected readonly failed = signal<string | null>(null);
  protected readonly missing = computed(() => this.rows().filter(({ report }) => !isSettled(report.state)));

  protected write(reason: string): void {
    this.reason.set(reason);
    this.reasonMissing.set(false);
  }

  protected async close(otherwise: string): Promise<void> {
    const reason = cleanText(this.reason());
    this.reasonMissing.set(this.missing().length > 0 && reason === '');
    if (this.reasonMissing() || isTooLong(reason, REASON_MAX)) {
      this.#focus.moveTo('close-reason');
      return;
    }
    this.busy.set(true);
    this.failed.set(null);
    try {
      this.closed.emit(await this.#client.closePeriod(this.period().code, reason || undefined));
    } catch (error) {
      this.failed.set(problemOf(error).title || otherwise);
    } finally {
      this.busy.set(false);
    }
  }
}
