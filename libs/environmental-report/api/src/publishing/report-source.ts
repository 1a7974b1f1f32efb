import {
  composePublishedReport,
  type Composition,
  latestWord,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import { PlanService } from '@malspar/plan-api';
import type { Plan } from '@malspar/plan-model';
import type { KindSource, SourceRequest } from '@malspar/publication-api';
import type { PublicationReport } from '@malspar/publication-model';
import { type PublishableReport, PublishableReports } from '@malspar/reporting-api';
import { awaitsPublication, isPublished, isSettled } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import { parsePeriod, type PeriodCode, periodsEndingWithin, periodYearBefore } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { PublicationReportsRepository } from './publication-reports.repository.js';
import { blockersOf, differencesOf, type Expected, neededGaps, repeatsOf } from './report-notes.js';
import { saysTheSameOf } from './what-is-said.js';

/** Reads what the report on a period is to be made of. */
@Injectable()
export class ReportSource {
  constructor(
    private readonly plans: PlanService,
    private readonly reports: PublishableReports,
    private readonly repository: PublicationReportsRepository,
  ) {}

  async read(tx: Tx, request: SourceRequest<PublishedReport>): Promise<KindSource<PublishedReport>> {
    const { period, draft, version, correction, last, earlier } = request;
    const { start, end } = parsePeriod(period);
    const plan = await this.plans.plan(tx, end);
    const all = await this.reports.within(tx, plan.id, start, end);
    const series = await this.reports.values(tx, plan.id, end);
    const verdicts = await this.reports.verdicts(tx, plan);
    const word = latestWord(earlier);
    const before = [...word.newest].find((report) => report.period === periodYearBefore(period)) ?? null;
    const ready = all.filter(({ state }) => isSettled(state));
    const listed = listedReports(all, last);
    const expected = expectedReports(plan, period);
    const gaps = neededGaps(draft, listed, expected);
    return {
      listed,
      blockers: blockersOf({ plan, period, draft, listed, expected }),
      repeats: repeatsOf(listed),
      differs: (composed) =>
        differencesOf({
          draft,
          listed,
          gaps,
          hasComparison: before !== null,
          isCorrection: last !== null,
          titles: new Map(plan.focusAreas.map(({ slug, title }) => [slug, title])),
          saysAsBefore: (slug) => composed !== null && last !== null && saysTheSameOf(slug, last, composed),
        }),
      compose: (moment) =>
        composePublishedReport({
          plan,
          period,
          version,
          correction,
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
        }),
      settle: async (settling, who, stored) => {
        await this.reports.publish(settling, who, ready.flatMap(approvedOnly));
        await this.repository.insert(settling, stored, ready);
      },
    };
  }
}

const approvedOnly = ({ id, state, sha256 }: PublishableReport): { id: string; sha256: string }[] =>
  awaitsPublication(state) && sha256 ? [{ id, sha256 }] : [];

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
    canReopen: isPublished(state),
    link: `/rapporter/${id}/granska`,
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
