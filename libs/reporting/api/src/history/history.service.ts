import { randomUUID } from 'node:crypto';
import { PlanService } from '@malspar/plan-api';
import type { CheckedPlan, FocusArea, Plan, Target } from '@malspar/plan-model';
import {
  DAYS_TO_REPORT,
  IMPORTED_STATE,
  reportAudit,
  type VerdictContent,
  type YearContent,
  yearJudgedIn,
} from '@malspar/reporting-model';
import {
  addDays,
  comparePeriods,
  type Period,
  type PeriodCode,
  periodsEndingWithin,
  type Provenance,
  shiftPeriod,
} from '@malspar/shared-model';
import { type NewAuditEvent, AuditLog, Clock, Database, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import type { ReportingPeriodEntity } from '../periods/reporting-period.entity.js';
import { ReportingPeriodRepository } from '../periods/reporting-period.repository.js';
import type { EntryEntity, EntryValueEntity } from '../reports/entry.entity.js';
import { draftContent, freeze } from '../reports/freezing.js';
import { newEntry, newReport } from '../reports/new-report.js';
import type { ReportRevisionEntity } from '../reports/report-revision.entity.js';
import type { ReportEntity } from '../reports/report.entity.js';
import { ReportRepository } from '../reports/report.repository.js';
import { WrittenReport } from '../reports/reports.js';
import { RevisionRepository } from '../reports/revision.repository.js';
import { ResultsRepository } from '../results/results.repository.js';
import {
  type FilePoint,
  valuesInForce,
  valuesOnly,
  knownVerdict,
  type ReportWords,
  type SeriesByTarget,
  type WordsAbout,
} from './file-values.js';

const SUBMITTED_BY = 'Import';

interface History {
  readonly periods: ReportingPeriodEntity[];
  readonly reports: ReportEntity[];
  readonly entries: EntryEntity[];
  readonly values: EntryValueEntity[];
  readonly revisions: ReportRevisionEntity[];
  readonly acts: NewAuditEvent<typeof reportAudit.kinds.import>[];
}

export interface HistoryOptions {
  /** The last period to import; what comes after it is left for later. */
  readonly through?: PeriodCode;
  /**
   * What is to be said beside the file's values, marked `illustrative`; then every period has a report. Otherwise there
   * is one only where the file knows something, and nothing else in it.
   */
  readonly words?: WordsAbout;
}

interface Import extends Pick<HistoryOptions, 'words'> {
  readonly file: CheckedPlan;
  readonly series: SeriesByTarget;
  readonly at: Date;
  readonly history: History;
}

/** Turns the histories of a plan file into approved reports of the periods before the open one. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly periods: ReportingPeriodRepository,
    private readonly reports: ReportRepository,
    private readonly results: ResultsRepository,
    private readonly revisions: RevisionRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports what is not there yet, all or nothing, and gives how many reports that was. Values keep the provenance
   * they have in the file. Nobody is said to have submitted or approved an imported report.
   */
  async importHistory(file: CheckedPlan, { through, words }: HistoryOptions = {}): Promise<number> {
    return this.database.write(async (tx) => {
      const current = await this.plans.plan(tx, this.clock.today());
      const there = new Set((await this.periods.ofPlan(tx, current.id)).map((period) => period.code));
      const history: History = { periods: [], reports: [], entries: [], values: [], revisions: [], acts: [] };
      const series = await this.values(tx, file, current);
      const import_: Import = { file, series, words, at: this.clock.now(), history };
      for (const period of pastPeriods(file)) {
        const isLater = through !== undefined && comparePeriods(period.code, through) > 0;
        if (!isLater && !there.has(period.code)) addPeriod(import_, await this.plans.plan(tx, period.end), period);
      }
      await this.save(tx, history);
      return history.reports.length;
    });
  }

  /** The file's values of the plan's targets, as they have been put right since. */
  async values(tx: Tx, file: CheckedPlan, plan: Plan): Promise<SeriesByTarget> {
    const targets = plan.focusAreas.flatMap((area) => area.targets.map(({ id }) => id));
    return valuesInForce(file, await this.results.approvedOfTargets(tx, targets));
  }

  private async save(tx: Tx, history: History): Promise<void> {
    if (history.periods.length === 0) return;
    await this.periods.insert(tx, history.periods);
    await this.reports.insert(tx, history.reports, history.entries, history.values);
    await this.revisions.freeze(tx, history.revisions);
    await this.audit.appendAll(tx, history.acts);
  }
}

/** The periods of the histories, oldest first. */
export function pastPeriods(file: CheckedPlan): Period[] {
  const { reporting, start } = file.plan;
  return periodsEndingWithin(start, shiftPeriod(reporting.openPeriod, -1).end, reporting.cadence);
}

function addPeriod(import_: Import, plan: Plan, period: Period): void {
  const row: ReportingPeriodEntity = {
    id: randomUUID(),
    planId: plan.id,
    code: period.code,
    startsOn: period.start,
    endsOn: period.end,
    opensOn: addDays(period.end, 1),
    dueOn: addDays(period.end, DAYS_TO_REPORT),
    closedAt: import_.at,
    closedBy: null,
    closedReason: null,
    version: 1,
  };
  const before = import_.history.reports.length;
  for (const area of plan.focusAreas) addReport(import_, plan, area, row);
  if (import_.history.reports.length > before) import_.history.periods.push(row);
}

function addReport(import_: Import, plan: Plan, area: FocusArea, period: ReportingPeriodEntity): void {
  const { file, series, words, at, history } = import_;
  const said = (words ?? valuesOnly)(area, series, period.code);
  const known = knownVerdict(file, area, period.code);
  const isEmpty = known === null && said.entries.every(({ content }) => content.values.length === 0);
  if (!words && isEmpty) return;
  const report: ReportEntity = {
    ...newReport(period.id, area.id, at),
    state: IMPORTED_STATE,
    ...verdictColumns(said, known, period.code),
    importedAt: at,
  };
  const written = said.entries.map(({ target, content: { values, ...content } }, position) => {
    const points = (series.get(target.code) ?? []).filter((point) => values.some((v) => v.period === point.period));
    const row: EntryEntity = {
      ...newEntry(report.id, target, position),
      ...content,
      ...yearColumns(said.year, target.code),
      provenance: 'illustrative',
    };
    return { target, row, values: points.map((point) => toValue(row.id, point)) };
  });
  const revision = freezeReport(plan, area, period, report, written);
  history.reports.push({
    ...report,
    revision: 1,
    revisionSha256: revision.sha256,
    submittedByName: revision.submittedByName,
    submittedAt: at,
  });
  history.entries.push(...written.map(({ row }) => row));
  history.values.push(...written.flatMap(({ values }) => values));
  history.revisions.push(revision);
  history.acts.push({
    kind: reportAudit.kinds.import,
    actor: 'system',
    subjectId: report.id,
    data: { period: period.code, focusArea: area.slug, sha256: revision.sha256 },
  });
}

interface Judged {
  readonly content: VerdictContent;
  readonly provenance: Provenance;
  readonly sourceKey: string | null;
}

/** A verdict that the file knows is the year's: the last period's own is never taken for it, nor it for that. */
function verdictColumns({ verdict, year }: ReportWords, known: Judged | null, period: string): Partial<ReportEntity> {
  const made = (content: VerdictContent): Judged => ({ content, provenance: 'illustrative', sourceKey: null });
  const judgesYear = yearJudgedIn(period) !== null;
  const inPeriod = known && !judgesYear ? known : made(verdict);
  const inYear = judgesYear ? (known ?? (year && made(year))) : null;
  return {
    verdict: inPeriod.content.verdict,
    verdictExplanation: inPeriod.content.explanation,
    verdictProvenance: inPeriod.provenance,
    verdictSourceKey: inPeriod.sourceKey,
    ...(inYear && {
      yearVerdict: inYear.content.verdict,
      yearExplanation: inYear.content.explanation,
      yearProvenance: inYear.provenance,
      yearSourceKey: inYear.sourceKey,
    }),
  };
}

function yearColumns(year: YearContent | null, targetCode: string): Partial<EntryEntity> {
  const said = year?.targets.find((each) => each.targetCode === targetCode);
  return said ? { yearAssessment: said.assessment, yearComment: said.comment, yearProvenance: 'illustrative' } : {};
}

const toValue = (entryId: string, { period, value, provenance, source }: FilePoint): EntryValueEntity => ({
  entryId,
  period,
  value,
  provenance,
  sourceKey: source,
});

interface Written {
  readonly target: Target;
  readonly row: EntryEntity;
  readonly values: EntryValueEntity[];
}

function freezeReport(
  plan: Plan,
  area: FocusArea,
  period: ReportingPeriodEntity,
  report: ReportEntity,
  written: readonly Written[],
): ReportRevisionEntity {
  const entries = written.map(({ row, values }) => ({ ...row, values }));
  const whose = { departmentId: area.department.id, areaNumber: area.number };
  const neverPublished = { publishedRevision: null, newestRevision: 0, published: null };
  const row = { ...report, ...period, ...whose, ...neverPublished, id: report.id, period: period.code };
  const { canonical, sha256 } = freeze(
    draftContent(new WrittenReport({ row, plan, area }, { entries, comments: [] }, []), 1),
  );
  return {
    reportId: report.id,
    number: 1,
    canonical,
    sha256,
    submittedBy: null,
    submittedByName: SUBMITTED_BY,
    writers: [],
    submittedAt: report.createdAt,
  };
}
