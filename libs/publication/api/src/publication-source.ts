import {
  composePublishedReport,
  type Composition,
  latestWord,
  PublishedReport,
} from '@malspar/environmental-report-model';
import { PlanService } from '@malspar/plan-api';
import type { Plan } from '@malspar/plan-model';
import type { PublicationDraft, PublicationNote, PublicationReport } from '@malspar/publication-model';
import { type PublishableReport, PublishableReports } from '@malspar/reporting-api';
import { isSettled } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { parsePeriod, type PeriodCode, periodsEndingWithin, periodYearBefore } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { blocksOf, differencesOf, type Expected, neededGaps, nothingNewIn } from './publication-notes.js';
import { type FullVersionRow, PublicationRepository } from './publication.repository.js';
import { PublishedReports, type PublishedReportsRead } from './published-reports.js';
import { contentHashOf, saysTheSame, saysTheSameOf } from './what-is-said.js';

/** All that a new version would be made of, read once. */
export interface Sources {
  readonly plan: Plan;
  readonly period: PeriodCode;
  /** What has been published before. */
  readonly published: PublishedReportsRead;
  readonly newest: FullVersionRow | null;
  readonly nextVersion: number;
  /** The reports that go in, with their revisions. */
  readonly ready: readonly PublishableReport[];
  readonly listed: readonly PublicationReport[];
  readonly blocks: readonly PublicationNote[];
  readonly differs: readonly PublicationNote[];
  readonly compose: (moment: { readonly publishedAt: Date; readonly auditHead: string }) => PublishedReport;
  /** Of everything but the moment; null while what blocks is missing reports. */
  readonly contentHash: string | null;
}

const NO_MOMENT = { publishedAt: new Date(0), auditHead: '0'.repeat(64) };

/** Reads what a publication is to be made of and says what stands in its way. */
@Injectable()
export class PublicationSource {
  constructor(
    private readonly plans: PlanService,
    private readonly reports: PublishableReports,
    private readonly repository: PublicationRepository,
    private readonly published: PublishedReports,
  ) {}

  /** What the next version of the period's publication would be made of. `today` dates a correction and tells whether the period is over. */
  async read(tx: Tx, period: PeriodCode, draft: PublicationDraft, today: string): Promise<Sources> {
    const { start, end } = parsePeriod(period);
    const plan = await this.plans.plan(tx, end);
    const all = await this.reports.within(tx, plan.id, start, end);
    const series = await this.reports.figures(tx, plan.id, end);
    const verdicts = await this.reports.verdicts(tx, plan);
    const newest = await this.repository.newest(tx, plan.id, period);
    const published = await this.published.ofPlan(tx, plan.id);
    const word = latestWord(published.reports);
    const before = [...word.newest].find((report) => report.period === periodYearBefore(period)) ?? null;
    const ready = all.filter(({ state }) => isSettled(state));
    const last = newest && PublishedReport.parse(JSON.parse(newest.canonical));
    const listed = listedReports(all, last);
    const nextVersion = (newest?.number ?? 0) + 1;
    const expected = expectedReports(plan, period);
    const gaps = neededGaps(draft, listed, expected);
    const compose: Sources['compose'] = (moment) =>
      composePublishedReport({
        plan,
        period,
        version: nextVersion,
        correction: newest && {
          reason: draft.correctionReason ?? '',
          date: today,
          ofVersion: newest.number,
        },
        title: draft.title,
        foreword: draft.foreword,
        order: draft.order,
        gaps,
        reports: ready.flatMap(toApproved),
        series,
        verdicts,
        before,
        word,
        ...moment,
      });
    const blocked = blocksOf({ plan, period, draft, listed, expected, newest });
    // A lacking reason stops a correction, but it can be composed and looked at.
    const whole = blocked.every((block) => block.code === 'correction_reason_missing');
    const composed = whole ? compose(NO_MOMENT) : null;
    const saysAsBefore = (slug: string): boolean => !!composed && !!last && saysTheSameOf(slug, last, composed);
    const facts = { plan, period, draft, listed, newest, today, gaps, hasComparison: before !== null, saysAsBefore };
    return {
      plan,
      period,
      published,
      newest,
      nextVersion,
      ready,
      listed,
      blocks: composed && last && saysTheSame(last, composed) ? nothingNewIn(listed) : blocked,
      differs: differencesOf(facts),
      compose,
      contentHash: composed && contentHashOf(composed),
    };
  }
}

const toApproved = ({ content, sha256, approvedOn }: PublishableReport): Composition['reports'][number][] =>
  content && sha256 ? [{ content, sha256, approvedOn }] : [];

function listedReports(all: readonly PublishableReport[], last: PublishedReport | null): PublicationReport[] {
  const inNewest = new Set(last?.reports.map((report) => report.sha256));
  return all.map(({ id, focusAreaSlug, focusAreaTitle, period, state, revision, sha256 }) => ({
    reportId: id,
    areaSlug: focusAreaSlug,
    areaTitle: focusAreaTitle,
    period,
    state,
    revision,
    sha256,
    published: sha256 !== null && inNewest.has(sha256),
  }));
}

/** Every area in every reporting period within the publication's and the plan's. */
function expectedReports(plan: Plan, period: PeriodCode): Expected[] {
  const { start, end } = parsePeriod(period);
  return periodsEndingWithin(start, end, plan.cadence)
    .filter((each) => each.start >= plan.start && each.end <= plan.end)
    .flatMap((each) =>
      plan.focusAreas.map((area) => ({ areaSlug: area.slug, areaTitle: area.title, period: each.code })),
    );
}
