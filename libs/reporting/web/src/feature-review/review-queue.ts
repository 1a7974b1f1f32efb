import { inject, Injectable } from '@angular/core';
import { awaitsDecision, isSettled, type ReportSummary, statesThat, workflow } from '@malspar/reporting-model';
import { ReportingClient } from '../data/reporting-client';

/** What waits for this person's decision, and what is under way with others. */
export interface ReviewQueueContent {
  /** The nearest deadline first; among equals the one that has waited longest. */
  readonly waiting: readonly ReportSummary[];
  readonly elsewhere: readonly ReportSummary[];
}

/** The report to take next; `none` when nothing else waits, `unknown` when the queue could not be read. */
export type NextInQueue = ReportSummary | 'none' | 'unknown';

const IN_REVIEW = statesThat((state) => !isSettled(state) && state !== workflow.initial);

const byDeadline = (a: ReportSummary, b: ReportSummary): number =>
  a.daysLeft - b.daysLeft || a.stateSince.localeCompare(b.stateSince) || a.focusArea.number - b.focusArea.number;

export function queueOf(reports: readonly ReportSummary[]): ReviewQueueContent {
  const sorted = [...reports].sort(byDeadline);
  return {
    waiting: sorted.filter(awaitsDecision),
    elsewhere: sorted.filter((report) => !awaitsDecision(report)),
  };
}

/** The report after this one in the queue, and after the last the first; null when it is the only one. */
export function following(waiting: readonly ReportSummary[], reportId: string): ReportSummary | null {
  const at = waiting.findIndex((report) => report.id === reportId);
  const next = waiting[(at + 1) % waiting.length];
  return next && next.id !== reportId ? next : null;
}

/** Reads the reports under review in which the person takes part. */
@Injectable({ providedIn: 'root' })
export class ReviewQueue {
  readonly #client = inject(ReportingClient);

  async load(): Promise<ReviewQueueContent> {
    const pages = await Promise.all(IN_REVIEW.map((state) => this.#client.reports({ state, mine: true, limit: 100 })));
    return queueOf(pages.flatMap((page) => page.items));
  }

  /** The one to take after `reportId`. */
  async nextAfter(reportId: string): Promise<NextInQueue> {
    try {
      return following((await this.load()).waiting, reportId) ?? 'none';
    } catch {
      return 'unknown';
    }
  }
}
