import { type AuditSubject, auditSubject, PeriodCode, PlainDate, Sha256, transitionData } from '@malspar/shared-model';
import * as z from 'zod';
import { NewComment } from './report.js';
import { ReportState } from './states.js';

const moved = transitionData(ReportState, NewComment);
const reason = z.string().nullable();

export const reportAudit = auditSubject(
  'report',
  { sv: 'Rapport', en: 'Report' },
  {
    'answer-comment': {
      sv: 'Besvarade en kommentar',
      en: 'Answered a comment',
      data: z.strictObject({ comment: z.uuid(), answer: z.string() }),
    },
    approve: { sv: 'Godkände rapporten', en: 'Approved the report', data: moved },
    'cancel-correction': {
      sv: 'Ångrade rättelsen av rapporten',
      en: 'Undid the correction of the report',
      data: moved,
    },
    correct: { sv: 'Började rätta rapporten', en: 'Began to correct the report', data: moved },
    endorse: { sv: 'Tillstyrkte rapporten', en: 'Endorsed the report', data: moved },
    import: {
      sv: 'Läste in en tidigare rapport',
      en: 'Loaded an earlier report',
      data: z.strictObject({ period: PeriodCode, focusArea: z.string(), sha256: Sha256 }),
    },
    publish: { sv: 'Publicerade rapporten', en: 'Published the report', data: moved },
    reopen: { sv: 'Öppnade rapporten igen', en: 'Reopened the report', data: moved },
    return: { sv: 'Återsände rapporten', en: 'Returned the report', data: moved },
    submit: { sv: 'Skickade in rapporten', en: 'Submitted the report', data: moved },
    withdraw: { sv: 'Återtog rapporten', en: 'Withdrew the report', data: moved },
  },
);

const code = PeriodCode;

export const periodAudit = auditSubject(
  'period',
  { sv: 'Rapporteringsperiod', en: 'Reporting period' },
  {
    close: {
      sv: 'Stängde rapporteringsperioden',
      en: 'Closed the reporting period',
      data: z.strictObject({
        code,
        reason,
        /** The reports that were not approved. */
        missing: z.array(z.strictObject({ slug: z.string(), state: ReportState })),
      }),
      tells: { reason: 'reason' },
    },
    'move-due-date': {
      sv: 'Flyttade rapporteringsperiodens sista dag',
      en: 'Moved the due date of the reporting period',
      data: z.strictObject({ code, from: PlainDate, to: PlainDate, reason }),
      tells: { dueOn: 'to', dueBefore: 'from', reason: 'reason' },
    },
    open: {
      sv: 'Öppnade rapporteringsperioden',
      en: 'Opened the reporting period',
      data: z.strictObject({ code, opensOn: PlainDate, dueOn: PlainDate, reason }),
      tells: { dueOn: 'dueOn', reason: 'reason' },
    },
    reopen: {
      sv: 'Öppnade rapporteringsperioden igen',
      en: 'Reopened the reporting period',
      data: z.strictObject({ code, reason }),
      tells: { reason: 'reason' },
    },
  },
);

/** What this domain writes in the audit log. */
export const reportingAudit: readonly AuditSubject[] = [periodAudit, reportAudit];
