import { foundAmong } from '@malspar/identity-api';
import type { FocusArea } from '@malspar/plan-model';
import {
  type AvailableTransition,
  availableTransitions,
  type FiredCheck,
  isInsider,
  isWritten,
  looksLikePersonName,
  maySeeVerdict,
  maySeeVerdictInList,
  mayWrite,
  originAfter,
  type Report,
  type ReportFacts,
  type ReportSummary,
  type RevisionSummary,
  storedVerdict,
  waitsForMe,
} from '@malspar/reporting-model';
import { daysBetween, type PlainDate, type Principal } from '@malspar/shared-model';
import { Clock, Database, type Tx, VersionedMemory } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { withoutDraftVerdict } from './published-face.js';
import { holdersAmong, ReportHolders } from './report-holders.js';
import { ReportRepository } from './report.repository.js';
import type { CountedReportRow, FoundReportRow, ReportCounts, ReportRow } from './report-rows.js';
import { factsOf, type PlannedReport, Reports, verdictContentOf } from './reports.js';
import { withoutExplanations } from './without-explanations.js';

/** A report in a list, with the checks that decide what may be done with it. */
export interface CheckedReport {
  readonly report: PlannedReport<CountedReportRow>;
  readonly checks: readonly FiredCheck[];
}

/** Reports as one person may see them. */
@Injectable()
export class ReportView {
  readonly #responsibles = new VersionedMemory<readonly string[]>('approved-word');

  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly repository: ReportRepository,
    private readonly holders: ReportHolders,
    private readonly clock: Clock,
  ) {}

  /** The report as this person sees it: those who do not take part see neither comments nor checks. */
  async whole(tx: Tx, who: Principal, stored: FoundReportRow): Promise<Report> {
    const row = shownTo(who, stored);
    const report = await this.reports.read(tx, row);
    const insider = isInsider(row, who);
    const checks = insider ? report.checks({ verdictContent: verdictContentOf(stored) }) : [];
    const facts = factsOf(row, this.clock.today(), checks);
    const holders = holdersAmong(facts, foundAmong(row.acting));
    const verdict = storedVerdict(verdictContentOf(row), row.verdictProvenance, row.verdictWritten);
    return {
      ...this.summary(who, report, facts, holders),
      version: row.version,
      planTitle: report.plan.title,
      department: report.area.department.title,
      responsibles: await this.responsibles(tx, row, mayWrite(facts, who)),
      canWrite: mayWrite(facts, who),
      entries: report.entries.map((entry) => ({
        ...(insider ? entry : withoutExplanations(entry)),
        exampleFields: entry.exampleFields.filter((field) => insider || !field.startsWith('explanations/')),
        updatedByYourself: report.entry(entry.targetCode)?.stored.updatedBy === who.personId,
      })),
      verdictContent: verdictContentOf(row),
      verdictExampleFields: originAfter(verdict, verdict.fields).exampleFields,
      verdictVersion: row.verdictVersion,
      verdictUpdatedAt: row.verdictUpdatedAt?.toISOString() ?? null,
      verdictUpdatedBy: row.verdictUpdatedByName,
      verdictUpdatedByYourself: row.verdictUpdatedBy === who.personId,
      lastVerdict: report.lastVerdict,
      year: report.year && { ...report.year, updatedByYourself: row.yearUpdatedBy === who.personId },
      checks,
      comments: insider ? [...report.comments] : [],
      revision: revisionOf(row),
    };
  }

  // A person's name that once got in is not offered again.
  private async responsibles(tx: Tx, { planId, focusAreaId }: ReportRow, writable: boolean): Promise<string[]> {
    if (!writable) return [];
    const read = () => this.repository.responsibles(tx, planId, focusAreaId);
    const inMemory = tx === this.database.read;
    const named = await (inMemory ? this.#responsibles.get(`${planId} ${focusAreaId}`, read) : read());
    return named.filter((text) => !looksLikePersonName(text));
  }

  /** List rows with whose turn it is and what this person may do. */
  async summaries(tx: Tx, who: Principal, reports: readonly CheckedReport[]): Promise<ReportSummary[]> {
    const today = this.clock.today();
    const withFacts = reports.map(({ report, checks }) => ({ report, facts: factsOf(report.row, today, checks) }));
    const holders = await this.holders.namesFor(
      tx,
      withFacts.map(({ facts }) => facts),
      today,
    );
    return withFacts.map(({ report, facts }, index) => this.summary(who, report, facts, holders[index]));
  }

  private summary(
    who: Principal,
    { row, area }: PlannedReport<CountedReportRow>,
    facts: ReportFacts,
    holders: readonly string[] = [],
  ): ReportSummary {
    const shown = maySeeVerdictInList(row, who) ? row : withoutDraftVerdict(row);
    return summaryOf(shown, area, this.clock.today(), {
      holders,
      waitsForMe: waitsForMe(facts, row.commentsLackingReply, who),
      available: availableTransitions(facts, who),
      insider: isInsider(facts, who),
    });
  }
}

/** The row as this person may see it. */
export const shownTo = <Row extends ReportRow>(who: Principal, row: Row): Row =>
  maySeeVerdict(row, who) ? row : withoutDraftVerdict(row);

export function revisionOf(row: ReportRow): RevisionSummary | null {
  const { revision: number, revisionSha256: sha256, submittedByName, submittedAt } = row;
  if (sha256 === null || submittedByName === null || submittedAt === null) return null;
  return { number, sha256, submittedBy: submittedByName, submittedAt: submittedAt.toISOString() };
}

function summaryOf(
  row: ReportRow & ReportCounts,
  area: FocusArea,
  today: PlainDate,
  mine: {
    readonly holders: readonly string[];
    readonly waitsForMe: ReportSummary['waitsForMe'];
    readonly available: AvailableTransition[];
    readonly insider: boolean;
  },
): ReportSummary {
  const daysLeft = daysBetween(today, row.dueOn);
  return {
    id: row.id,
    period: row.period,
    focusArea: { id: area.id, slug: area.slug, number: area.number, title: area.title },
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    dueOn: row.dueOn,
    daysLeft,
    // A correction was in time once.
    overdue: daysLeft < 0 && row.correction === null && isWritten(row.state),
    entriesDone: row.entriesDone,
    entriesTotal: row.entriesTotal,
    commentsLackingReply: mine.insider ? row.commentsLackingReply : 0,
    sentBack: mine.insider && row.sentBack ? { ...row.sentBack, at: row.stateSince.toISOString() } : null,
    correction: mine.insider ? row.correction : null,
    verdict: row.verdict,
    verdictProvenance: row.verdictProvenance,
    holders: [...mine.holders],
    waitsForMe: mine.waitsForMe,
    available: mine.available,
  };
}
