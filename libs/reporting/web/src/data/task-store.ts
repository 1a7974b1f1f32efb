import { computed, inject, Injectable, signal } from '@angular/core';
import { isSettled, type ReportingPeriod, type ReportSummary, statesThat, workflow } from '@malspar/reporting-model';
import { ReportingClient } from './reporting-client';

/** The reports of one period that concern this person, in the order they should be read. */
export interface TaskGroup {
  readonly period: ReportingPeriod;
  readonly mine: readonly ReportSummary[];
  readonly others: readonly ReportSummary[];
  readonly done: readonly ReportSummary[];
}

const isDone = ({ state }: ReportSummary): boolean => isSettled(state);
const UNFINISHED = statesThat((state) => !isSettled(state));
// A draft of a period that is not open is nobody's work, unless it is written again: withdrawn, or a correction.
const isWork = ({ state, waitsForMe, correction }: ReportSummary, period: ReportingPeriod): boolean =>
  period.state === 'open' || state !== workflow.initial || waitsForMe !== null || correction !== null;
const byUrgency = (a: ReportSummary, b: ReportSummary): number =>
  a.daysLeft - b.daysLeft ||
  Number(b.waitsForMe === 'reply') - Number(a.waitsForMe === 'reply') ||
  a.focusArea.number - b.focusArea.number;

/** Sorts reports into what waits for this person, what waits for others and what is done; one group per period. */
export function groupTasks(periods: readonly ReportingPeriod[], reports: readonly ReportSummary[]): TaskGroup[] {
  return periods
    .map((period) => {
      const own = reports.filter((report) => report.period === period.code && isWork(report, period)).sort(byUrgency);
      return {
        period,
        mine: own.filter((report) => report.waitsForMe !== null),
        others: own.filter((report) => report.waitsForMe === null && !isDone(report)),
        done: own.filter((report) => report.waitsForMe === null && isDone(report)),
      };
    })
    .filter((group) => group.mine.length + group.others.length + group.done.length > 0);
}

/** What waits for the person who is signed in: the open periods' reports, and unfinished ones of earlier periods. */
@Injectable({ providedIn: 'root' })
export class TaskStore {
  readonly #client = inject(ReportingClient);
  readonly #periods = signal<readonly ReportingPeriod[]>([]);
  readonly #reports = signal<readonly ReportSummary[]>([]);
  readonly #failure = signal<unknown>(null);
  readonly #loading = signal(true);

  readonly failure = this.#failure.asReadonly();
  readonly loading = this.#loading.asReadonly();
  readonly groups = computed(() => groupTasks(this.#periods(), this.#reports()));
  /** The next period to open, when none is open now. */
  readonly upcoming = computed(() => {
    const open = this.#periods().some((period) => period.state === 'open');
    return open ? null : (this.#periods().findLast((period) => period.state === 'upcoming') ?? null);
  });

  async load(): Promise<void> {
    this.#loading.set(true);
    this.#failure.set(null);
    try {
      const periods = await this.#client.periods();
      const open = periods.filter((period) => period.state === 'open');
      const pages = await Promise.all([
        ...open.map(({ code }) => this.#client.reports({ period: code, mine: true, limit: 100 })),
        ...UNFINISHED.map((state) => this.#client.reports({ state, mine: true, limit: 100 })),
      ]);
      const reports = new Map(pages.flatMap((page) => page.items).map((report) => [report.id, report]));
      this.#periods.set(periods);
      this.#reports.set([...reports.values()]);
    } catch (error) {
      this.#failure.set(error);
    } finally {
      this.#loading.set(false);
    }
  }
}
