import { PlanService } from '@malspar/plan-api';
import type { CheckedPlan, Plan } from '@malspar/plan-model';
import { PdfPrinter } from '@malspar/print-api';
import { PublicationBlocked, PublicationService } from '@malspar/publication-api';
import { PublicationDraft } from '@malspar/publication-model';
import {
  DraftService,
  HistoryService,
  pastPeriods,
  ReportingPeriods,
  ReportService,
  TransitionService,
} from '@malspar/reporting-api';
import { type Entry, isOpen, type Report, type TransitionName } from '@malspar/reporting-model';
import { Clock, Database } from '@malspar/shared-api';
import { comparePeriods, isAssigned, parsePeriod, type PeriodCode, type Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { exampleReport } from './example-report.js';
import { correctable, putRight, type VerifiedPeriods, verifiedPeriods } from './demo-correction.js';

const REASON =
  'Ett utfall var felaktigt avskrivet ur underlaget. Det är rättat och kommentaren har förtydligats. (Exempel på en rättelse.)';

/** Publishes a demo's past periods and years, one of them with a correction, so that the archive has something in it. */
@Injectable()
export class DemoPublications {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly history: HistoryService,
    private readonly periods: ReportingPeriods,
    private readonly reports: ReportService,
    private readonly drafts: DraftService,
    private readonly transitions: TransitionService,
    private readonly publications: PublicationService,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports the histories of a demo and publishes them. What comes after the correction is made up when it is done:
   * otherwise later reports would speak of the value that it has put right. Idempotent.
   */
  async tellPast(file: CheckedPlan, people: readonly Principal[]): Promise<{ reports: number; published: number }> {
    const corrected = endOfLastYear(pastPeriods(file).map(({ code }) => code));
    const early = await this.history.importHistory(file, { through: corrected, words: exampleReport });
    const first = await this.publishPast(file, people);
    const late = await this.history.importHistory(file, { words: exampleReport });
    return { reports: early + late, published: first + (await this.publishPast(file, people)) };
  }

  /**
   * Publishes what is closed and not published yet, in the name of the demo coordinator, and gives how many versions
   * that was. The last period of the last whole year is corrected before its year is published, if it has a value
   * that is an example. Idempotent.
   */
  async publishPast(file: CheckedPlan, people: readonly Principal[]): Promise<number> {
    const coordinator = people.find((person) => person.roles.includes('coordinator'));
    if (!coordinator) return 0;
    const plan = await this.plans.plan(this.database.read, this.clock.today());
    const closed = (await this.periods.list()).filter((period) => period.state === 'closed').map((each) => each.code);
    const done = new Set((await this.publications.list()).map((publication) => publication.period));
    const years = wholeYears(closed, plan);
    const corrected = endOfLastYear(closed);
    const verified = verifiedPeriods(file);
    const printer = new PdfPrinter();
    let versions = 0;
    try {
      for (const code of [...new Set([...closed, ...years])].sort(comparePeriods)) {
        if (done.has(code) || !(await this.publish(coordinator, code, 1, null, printer))) continue;
        versions++;
        if (code === corrected && (await this.correct(coordinator, code, plan, people, verified))) {
          versions += (await this.publish(coordinator, code, 2, REASON, printer)) ? 1 : 0;
        }
      }
    } finally {
      printer.close();
    }
    return versions;
  }

  /** False where something stands in the way: a demo is shown as far as it goes. */
  private async publish(
    who: Principal,
    period: PeriodCode,
    version: number,
    correctionReason: string | null,
    printer: PdfPrinter,
  ): Promise<boolean> {
    const request = { ...PublicationDraft.parse({ correctionReason }), version, confirmation: period };
    try {
      await this.publications.publish(who, period, `demo-publish-${period}-${version}`, request, printer);
      return true;
    } catch (error) {
      if (error instanceof PublicationBlocked) return false;
      throw error;
    }
  }

  /**
   * One report through correction and a whole new review; false where the demo's people are too few for that, or where
   * every report has something verified in it: nothing is made up about facts.
   */
  private async correct(
    coordinator: Principal,
    period: PeriodCode,
    plan: Plan,
    people: readonly Principal[],
    verified: VerifiedPeriods,
  ): Promise<boolean> {
    for (const area of plan.focusAreas) {
      const owner = people.find((person) => isAssigned(person, 'owner', area.id) && person !== coordinator);
      const manager = people.find(
        (person) => isAssigned(person, 'manager', area.department.id) && person !== owner && person !== coordinator,
      );
      if (!owner || !manager) continue;
      const report = await this.reportOf(owner, period, area.id);
      const entry = report && correctable(report, verified);
      if (!report || !entry) continue;
      await this.publications.correct(coordinator, period, `demo-correct-${report.id}`, {
        reportId: report.id,
        reason: REASON,
      });
      await this.rewrite(owner, report, entry);
      await this.take(owner, report.id, 'submit');
      await this.take(manager, report.id, 'endorse');
      await this.take(coordinator, report.id, 'approve');
      return true;
    }
    return false;
  }

  private async reportOf(owner: Principal, period: PeriodCode, areaId: string): Promise<Report | null> {
    const { items } = await this.reports.page(owner, { period, mine: true, page: 1, limit: 100 });
    const item = items.find((each) => each.focusArea.id === areaId);
    return item ? this.reports.one(owner, item.id) : null;
  }

  /** The slip put right, and whatever the checks then ask about answered, as an owner would. */
  private async rewrite(owner: Principal, report: Report, entry: Entry): Promise<void> {
    const { targetCode, version, content, indicator } = entry;
    const { id, verdictVersion, verdictContent, year } = report;
    const corrected = putRight(content, indicator.decimals);
    await this.drafts.writeEntry(owner, id, targetCode, version, corrected, 'illustrative');
    if (verdictContent.explanation === '') {
      const explained = { ...verdictContent, explanation: 'Bedömningen är oförändrad efter rättelsen.' };
      await this.drafts.writeVerdict(owner, id, verdictVersion, explained, 'illustrative');
    }
    if (year && year.content.explanation === '') {
      const explained = { ...year.content, explanation: 'Årets bedömning är oförändrad efter rättelsen.' };
      await this.drafts.writeYear(owner, id, year.version, explained, 'illustrative');
    }
    const { entries, checks } = await this.reports.one(owner, id);
    for (const each of entries) {
      const asked = checks.filter((check) => check.targetCode === each.targetCode && isOpen(check));
      if (asked.length === 0) continue;
      const given = Object.fromEntries(
        asked.map((check) => [check.code, 'Kontrollerat mot underlaget vid rättelsen.']),
      );
      const explained = { ...each.content, explanations: { ...each.content.explanations, ...given } };
      await this.drafts.writeEntry(owner, id, each.targetCode, each.version, explained, 'illustrative');
    }
  }

  private async take(who: Principal, id: string, transition: TransitionName): Promise<void> {
    const { revision } = await this.reports.one(who, id);
    await this.transitions.take(who, id, `demo-correction-${transition}-${id}`, {
      transition,
      revisionHash: revision?.sha256,
    });
  }
}

/** The last period that ends a year. */
const endOfLastYear = (periods: readonly PeriodCode[]): PeriodCode | undefined =>
  periods
    .filter((code) => parsePeriod(code).end.endsWith('-12-31'))
    .sort(comparePeriods)
    .at(-1);

/** Years of the plan in which every period is closed. */
function wholeYears(closed: readonly PeriodCode[], plan: Plan): string[] {
  const ends = new Set(closed.map((code) => parsePeriod(code).end));
  const years = new Set(closed.map((code) => code.slice(0, 4)));
  return [...years].filter((year) => ends.has(`${year}-12-31`) && plan.start <= `${year}-12-31`).sort();
}
