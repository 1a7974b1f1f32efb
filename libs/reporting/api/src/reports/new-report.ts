import { randomUUID } from 'node:crypto';
import type { Target } from '@malspar/plan-model';
import { emptyEntryContent, workflow } from '@malspar/reporting-model';
import type { EntryEntity } from './entry.entity.js';
import type { ReportEntity } from './report.entity.js';

/** A report before anybody has written in it. */
export const newReport = (periodId: string, focusAreaId: string, at: Date): ReportEntity => ({
  id: randomUUID(),
  periodId,
  focusAreaId,
  state: workflow.initial,
  stateSince: at,
  version: 1,
  verdict: null,
  verdictExplanation: '',
  verdictProvenance: 'reported',
  verdictSourceKey: null,
  verdictVersion: 1,
  verdictWritten: {},
  verdictUpdatedAt: null,
  verdictUpdatedBy: null,
  verdictUpdatedByName: null,
  yearVerdict: null,
  yearExplanation: '',
  yearProvenance: 'reported',
  yearSourceKey: null,
  yearVersion: 1,
  yearUpdatedAt: null,
  yearUpdatedBy: null,
  yearUpdatedByName: null,
  revision: 0,
  revisionSha256: null,
  submittedBy: null,
  submittedByName: null,
  submittedAt: null,
  revisionWriters: [],
  endorsedBy: null,
  transitions: 0,
  importedAt: null,
  createdAt: at,
});

/** An entry before anybody has written in it; `position` is its place in the report. */
export function newEntry(reportId: string, target: Target, position: number): EntryEntity {
  const { assessment, noValueReason, comment, measure, parts, milestones, explanations } = emptyEntryContent;
  return {
    ...{ assessment, noValueReason, comment, measure, parts, milestones, explanations },
    id: randomUUID(),
    reportId,
    targetId: target.id,
    targetCode: target.code,
    position,
    provenance: 'reported',
    written: {},
    yearAssessment: null,
    yearComment: '',
    yearProvenance: 'reported',
    version: 1,
    updatedAt: null,
    updatedBy: null,
    updatedByName: null,
  };
}
