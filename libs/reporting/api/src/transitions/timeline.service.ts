import { IMPORTED_STATE, type TimelineItem, workflow } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { Database } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import type { PeriodEvent } from '../periods/reporting-period.repository.js';
import type { CommentRow, ReportRow } from '../reports/report-rows.js';
import { Reports } from '../reports/reports.js';
import { TimelineRepository, type TimelineTransition } from './timeline.repository.js';

/** Tells a report's story: opened or imported, each transition, each comment and reply, and what was done with its period. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly repository: TimelineRepository,
  ) {}

  /** Oldest first. Throws `NotFound` for those who do not take part in the work on the report. */
  async of(who: Principal, reportId: string): Promise<TimelineItem[]> {
    const tx = this.database.read;
    const row = await this.reports.knownToInsider(tx, who, reportId);
    const comments = row.writing?.comments ?? [];
    const { transitions, events } = await this.repository.story(tx, reportId, row.periodId);
    const items = [
      beginning(row, events),
      ...events.flatMap(ofPeriod),
      ...transitions.map(transitionItem),
      ...comments.map(said),
      ...comments.flatMap((comment) => replied(comment)),
    ];
    // A comment comes with its decision and after it; the sort keeps that order where the times are equal.
    return items.sort((a, b) => a.at.localeCompare(b.at));
  }
}

const nothing = {
  transition: null,
  from: null,
  to: null,
  reason: null,
  revision: null,
  targetCode: null,
  text: null,
  dueOn: null,
};

function beginning(row: ReportRow, events: readonly PeriodEvent[]): TimelineItem {
  const opened = events.find(({ kind }) => kind === 'opened');
  return row.importedAt
    ? { ...nothing, at: row.importedAt.toISOString(), who: '', kind: 'imported', to: IMPORTED_STATE, revision: 1 }
    : {
        ...nothing,
        at: row.createdAt.toISOString(),
        who: opened?.actorName ?? '',
        kind: 'opened',
        to: workflow.initial,
        reason: opened?.reason ?? null,
        dueOn: opened?.dueOn ?? null,
      };
}

const PERIOD_KINDS = { due_moved: 'due_moved', closed: 'period_closed', reopened: 'period_reopened' } as const;

const ofPeriod = ({ kind, at, actorName, reason, dueOn }: PeriodEvent): TimelineItem[] =>
  kind === 'opened'
    ? []
    : [{ ...nothing, at: at.toISOString(), who: actorName, kind: PERIOD_KINDS[kind], reason, dueOn }];

const transitionItem = (row: TimelineTransition): TimelineItem => ({
  ...nothing,
  at: row.at.toISOString(),
  who: row.actorName,
  kind: 'transition',
  transition: row.name,
  from: row.fromState,
  to: row.toState,
  reason: row.reason,
  revision: row.revision,
});

const said = (row: CommentRow): TimelineItem => ({
  ...nothing,
  at: row.createdAt.toISOString(),
  who: row.authorName,
  kind: 'comment',
  revision: row.revision,
  targetCode: row.targetCode,
  text: row.text,
});

const replied = (row: CommentRow): TimelineItem[] =>
  row.repliedAt
    ? [
        {
          ...nothing,
          at: row.repliedAt.toISOString(),
          who: row.repliedByName ?? '',
          kind: 'reply',
          revision: row.revision,
          targetCode: row.targetCode,
          text: row.reply,
        },
      ]
    : [];
