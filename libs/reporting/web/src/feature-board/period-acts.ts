import { Component, computed, inject, input, output, resource } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NextPeriod, ReportingPeriod } from '@malspar/reporting-model';
import { periodText } from '@malspar/shared-charts';
import { language, Session } from '@malspar/shared-web';
import { type PeriodAct, PeriodStore } from '../data/period-store';
import { ReportingClient } from '../data/reporting-client';
import type { Translate } from '../ui/period-words';
import { type AskedDate, PeriodForm, type PeriodFormContent } from './period-form';

/** What a coordinator does with periods: opens the next one, moves a due date, opens one again that was closed. */
@Component({
  selector: 'ms-period-acts',
  imports: [PeriodForm, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (period(); as period) {
        @if (period.state === 'closed' && may('period.reopen')) {
          <ms-period-form
            id="reopen"
            [title]="t('reporting.board.acts.reopen', { period: words(period.code) })"
            [text]="t('reporting.board.acts.reopenText')"
            [button]="t('reporting.board.acts.reopen', { period: words(period.code) })"
            [busy]="acts.busy() !== null"
            [problem]="problem(t, 'reopen')"
            (sent)="reopen(period, $event)"
          />
        }
        @if (period.state !== 'closed' && may('period.move-due-date')) {
          <ms-period-form
            id="move"
            [title]="t('reporting.board.acts.move')"
            [text]="t('reporting.board.acts.moveText', { period: words(period.code) })"
            [button]="t('reporting.board.acts.move')"
            [dates]="dueDate()"
            [busy]="acts.busy() !== null"
            [problem]="problem(t, 'move')"
            (sent)="move(period, $event)"
          />
        }
      }
      @if (next(); as next) {
        <ms-period-form
          id="open"
          [title]="t('reporting.board.acts.open')"
          [text]="t('reporting.board.acts.openText', { period: words(next.code) })"
          [button]="t('reporting.board.acts.openButton', { period: words(next.code) })"
          [dates]="openDates()"
          [reasonRequired]="false"
          [busy]="acts.busy() !== null"
          [problem]="problem(t, 'open')"
          (sent)="open(next, $event)"
        />
      } @else if (answered.hasValue()) {
        <p class="hint">{{ t('reporting.board.acts.noNext') }}</p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      margin-block: var(--s3);
    }
    p {
      margin: 0;
    }
  `,
  providers: [PeriodStore],
})
export class PeriodActs {
  /** The period that is shown; null while there is none. */
  readonly period = input.required<ReportingPeriod | null>();
  /** The period that was changed or opened. */
  readonly done = output<ReportingPeriod>();

  readonly #client = inject(ReportingClient);
  readonly #session = inject(Session);
  protected readonly acts = inject(PeriodStore);
  protected readonly answered = resource({
    params: () => (this.may('period.open') ? true : undefined),
    loader: () => this.#client.nextPeriod(),
  });
  protected readonly next = computed(() => (this.answered.hasValue() ? this.answered.value().next : null));
  protected readonly dueDate = computed((): readonly AskedDate[] => [
    { name: 'dueOn', value: this.period()?.dueOn ?? '' },
  ]);
  protected readonly openDates = computed((): readonly AskedDate[] => [
    { name: 'opensOn', value: this.next()?.opensOn ?? '' },
    { name: 'dueOn', value: this.next()?.dueOn ?? '' },
  ]);

  protected may(permission: string): boolean {
    return this.#session.me()?.permissions.includes(permission) ?? false;
  }

  protected words(code: string): string {
    return periodText(code, language());
  }

  protected problem(t: Translate, act: PeriodAct): string | null {
    const failed = this.acts.failed();
    if (failed?.act !== act) return null;
    const known = ['ends-before-start', 'unchanged', 'period-exists'];
    if (failed.code !== null && known.includes(failed.code)) return t(`reporting.board.acts.refused.${failed.code}`);
    return failed.title || t('reporting.board.acts.failed');
  }

  protected async open(next: NextPeriod, { dates, reason }: PeriodFormContent): Promise<void> {
    const { opensOn = '', dueOn = '' } = dates;
    this.#tell(await this.acts.open({ code: next.code, opensOn, dueOn, ...(reason ? { reason } : {}) }));
  }

  protected async move(period: ReportingPeriod, { dates, reason }: PeriodFormContent): Promise<void> {
    this.#tell(await this.acts.moveDueDate(period, dates['dueOn'] ?? '', reason));
  }

  protected async reopen({ code }: ReportingPeriod, { reason }: PeriodFormContent): Promise<void> {
    this.#tell(await this.acts.reopen(code, reason));
  }

  #tell(period: ReportingPeriod | null): void {
    if (!period) return;
    this.answered.reload();
    this.done.emit(period);
  }
}
