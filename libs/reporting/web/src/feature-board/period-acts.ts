import { Component, computed, inject, input, output, resource, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import { type NextPeriod, PeriodDoubt, type ReportingPeriod } from '@malspar/reporting-model';
import { language, Loaded, LoadedAs, loadedValue, Session } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { type PeriodAct, PeriodStore } from '../data/period-store';
import { ReportingClient } from '../data/reporting-client';
import type { Translate } from '../ui/period-words';
import { type AskedDate, PeriodForm, type PeriodFormContent } from './period-form';

export interface DonePeriodAct {
  readonly act: PeriodAct | 'close';
  readonly period: ReportingPeriod;
}

/** What a coordinator does with periods: opens the next one, moves a due date, opens one again that was closed. */
@Component({
  selector: 'ms-period-acts',
  imports: [Field, FieldControl, Loaded, LoadedAs, PeriodForm, TranslocoDirective],
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
            [asked]="asked(t, 'move')"
            [anyway]="t('reporting.board.acts.moveAnyway')"
            (edited)="acts.forget()"
            (sent)="move(period, $event)"
          />
        }
      }
      @if (may('period.open')) {
        <ms-loaded [failure]="nextPeriods.error()" (retry)="nextPeriods.reload()">
          <ng-container *msLoadedAs="unopened() as unopened">
            @if (toOpen(); as next) {
              <ms-period-form
                id="open"
                [title]="t(unopened.length > 1 ? 'reporting.board.acts.openOne' : 'reporting.board.acts.open')"
                [text]="
                  t(isNext() ? 'reporting.board.acts.openText' : 'reporting.board.acts.openSkippedText', {
                    period: words(next.code),
                  })
                "
                [button]="t('reporting.board.acts.openButton', { period: words(next.code) })"
                [dates]="openDates()"
                [reasonRequired]="false"
                [busy]="acts.busy() !== null"
                [problem]="problem(t, 'open')"
                [asked]="asked(t, 'open')"
                [anyway]="t('reporting.board.acts.openAnyway')"
                (edited)="acts.forget()"
                (sent)="open(next, $event)"
              >
                @if (unopened.length > 1) {
                  <ms-field fieldId="open-code" [label]="t('reporting.board.period')">
                    <select #code msControl (change)="choose(code.value)">
                      @for (each of unopened; track each.code) {
                        <option [value]="each.code" [selected]="each.code === next.code">{{ words(each.code) }}</option>
                      }
                    </select>
                  </ms-field>
                }
              </ms-period-form>
            } @else {
              <p class="hint">{{ t('reporting.board.acts.noNext') }}</p>
            }
          </ng-container>
        </ms-loaded>
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
  /** What was done, with which period. */
  readonly done = output<DonePeriodAct>();

  protected readonly forms = viewChildren(PeriodForm);
  readonly #client = inject(ReportingClient);
  readonly #session = inject(Session);
  protected readonly acts = inject(PeriodStore);
  protected readonly nextPeriods = resource({
    params: () => (this.may('period.open') ? true : undefined),
    loader: () => this.#client.nextPeriod(),
  });
  /** The next period first, then those that were passed over. */
  protected readonly unopened = computed((): readonly NextPeriod[] | null => {
    const known = loadedValue(this.nextPeriods);
    return known && (known.next ? [known.next, ...known.skipped] : known.skipped);
  });
  readonly #chosen = signal<string | null>(null);
  protected readonly toOpen = computed(
    () => this.unopened()?.find(({ code }) => code === this.#chosen()) ?? this.unopened()?.at(0) ?? null,
  );
  protected readonly isNext = computed(() => loadedValue(this.nextPeriods)?.next?.code === this.toOpen()?.code);
  protected readonly dueDate = computed((): readonly AskedDate[] => [
    { name: 'dueOn', value: this.period()?.dueOn ?? '' },
  ]);
  protected readonly openDates = computed((): readonly AskedDate[] => [
    { name: 'opensOn', value: this.toOpen()?.opensOn ?? '' },
    { name: 'dueOn', value: this.toOpen()?.dueOn ?? '' },
  ]);

  protected may(permission: string): boolean {
    return this.#session.me()?.permissions.includes(permission) ?? false;
  }

  protected words(code: string): string {
    return periodText(code, language());
  }

  protected problem(t: Translate, act: PeriodAct): string | null {
    const failed = this.acts.failed();
    if (failed?.act !== act || failed.doubts.length > 0) return null;
    const known = ['ends-before-start', 'unchanged', 'period-exists'];
    if (failed.code !== null && known.includes(failed.code)) return t(`reporting.board.acts.refused.${failed.code}`);
    return failed.title || t('reporting.board.acts.failed');
  }

  /** What is asked before the act is done, in words. */
  protected asked(t: Translate, act: PeriodAct): readonly string[] {
    const failed = this.acts.failed();
    if (failed?.act !== act) return [];
    return failed.doubts.map(({ code, params = {} }) => {
      const period = typeof params['period'] === 'string' ? this.words(params['period']) : '';
      const key = code === 'earlier-unopened' && params['count'] === 1 ? `${code}-one` : code;
      return t(`reporting.board.acts.doubt.${key}`, { ...params, period });
    });
  }

  protected choose(code: string): void {
    this.#chosen.set(code);
    this.acts.forget();
  }

  protected async open(next: NextPeriod, { dates, reason, confirmed }: PeriodFormContent): Promise<void> {
    const period = { code: next.code, ...dates, ...(reason ? { reason } : {}), ...this.#confirmed(confirmed) };
    this.#tell('open', await this.acts.open(period));
  }

  protected async move(period: ReportingPeriod, { dates, reason, confirmed }: PeriodFormContent): Promise<void> {
    const move = { dueOn: dates.dueOn, reason, ...this.#confirmed(confirmed) };
    this.#tell('move', await this.acts.moveDueDate(period, move));
  }

  protected async reopen({ code }: ReportingPeriod, { reason }: PeriodFormContent): Promise<void> {
    this.#tell('reopen', await this.acts.reopen(code, reason));
  }

  /** What the person has been asked about and means all the same. */
  #confirmed(isMeant: boolean): { confirmed?: readonly PeriodDoubt[] } {
    const codes = this.acts.failed()?.doubts.map(({ code }) => PeriodDoubt.parse(code)) ?? [];
    return isMeant && codes.length > 0 ? { confirmed: codes } : {};
  }

  #tell(act: PeriodAct, period: ReportingPeriod | null): void {
    if (!period) return;
    for (const form of this.forms()) form.finish();
    this.#chosen.set(null);
    this.nextPeriods.reload();
    this.done.emit({ act, period });
  }
}
