import { PlanService } from '@malspar/plan-api';
import type { Plan } from '@malspar/plan-model';
import { PublicationDraft } from '@malspar/publication-model';
import { DraftService, ReportingPeriods, ReportService, TransitionService } from '@malspar/reporting-api';
import type { Entry, Report, TransitionName } from '@malspar/reporting-model';
import { Clock, Database } from '@malspar/shared-api';
import { comparePeriods, isAssigned, parsePeriod, type PeriodCode, type Principal } from '@malspar/shared-model';
import { roundDecimal } from '@malspar/shared-charts';
import { Injectable } from '@nestjs/common';
import { PdfPrinter } from './pdf/pdf-printer.js';
import { PublicationService } from './publication.service.js';

const REASON =
  'Ett utfall var felaktigt avskrivet ur underlaget. Det är rättat och kommentaren har förtydligats. (Exempel på en rättelse.)';

/** Publishes a demo's past periods and years, one of them with a correction, so that the archive has something in it. */
@Injectable()
export class DemoPublications {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly periods: ReportingPeriods,
    private readonly reports: ReportService,
    private readonly drafts: DraftService,
    private readonly transitions: TransitionService,
    private readonly publications: PublicationService,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes what is closed and not published yet, in the name of the demo coordinator, and gives how many versions
   * that was. The last period of the last whole year is corrected before its year is published. Idempotent.
   */
  async publishPast(people: readonly Principal[]): Promise<number> {
    const coordinator = people.find((person) => person.roles.includes('coordinator'));
    if (!coordinator) return 0;
    const plan = await this.plans.plan(this.database.read, this.clock.today());
    const closed = (await this.periods.list()).filter((period) => period.state === 'closed').map((each) => each.code);
    const done = new Set((await this.publications.list()).map((publication) => publication.period));
    const years = wholeYears(closed, plan);
    const corrected = closed
      .filter((code) => code.startsWith(years.at(-1) ?? 'none'))
      .sort(comparePeriods)
      .at(-1);
    const printer = new PdfPrinter();
    let versions = 0;
    try {
      for (const code of [...new Set([...closed, ...years])].sort(comparePeriods)) {
        if (done.has(code)) continue;
        await this.publish(coordinator, code, 1, null, printer);
        versions++;
        if (code === corrected && (await this.correct(coordinator, code, plan, people))) {
          await this.publish(coordinator, code, 2, REASON, printer);
          versions++;
        }
      }
    } finally {
      printer.close();
    }
    return versions;
  }

  private async publish(
    who: Principal,
    period: PeriodCode,
    version: number,
    correctionReason: string | null,
    printer: PdfPrinter,
  ): Promise<void> {
    const draft = PublicationDraft.parse({ correctionReason });
    const key = `demo-publish-${period}-${version}`;
    await this.publications.publish(who, period, key, { ...draft, version, confirmation: period }, printer);
  }

  /** One report through correction and a whole new review; false where the demo's people are too few for that. */
  private async correct(
    coordinator: Principal,
    period: PeriodCode,
    plan: Plan,
    people: readonly Principal[],
  ): Promise<boolean> {
    for (const area of plan.focusAreas) {
      const owner = people.find((person) => isAssigned(person, 'owner', area.id) && person !== coordinator);
      const manager = people.find(
        (person) => isAssigned(person, 'manager', area.department.id) && person !== owner && person !== coordinator,
      );
      if (!owner || !manager) continue;
      const report = await this.reportOf(owner, period, area.id);
      const entry = report?.entries.find((each) => each.content.values.some((value) => value.value !== null));
      if (!report || !entry) continue;
      await this.publications.correct(coordinator, period, `demo-correct-${report.id}`, {
        reportId: report.id,
        reason: REASON,
      });
      await this.rewrite(owner, report.id, entry);
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

  private async rewrite(owner: Principal, id: string, entry: Entry): Promise<void> {
    const { content, indicator, targetCode, version } = entry;
    // What the checks ask about as the history now stands is answered as an owner would.
    const { checks } = await this.reports.one(owner, id);
    const asked = checks.filter((check) => check.kind === 'soft' && !check.explained);
    for (const each of (await this.reports.one(owner, id)).entries) {
      const own = asked.filter((check) => check.targetCode === each.targetCode);
      const corrected = each.targetCode === targetCode;
      if (own.length === 0 && !corrected) continue;
      await this.drafts.writeEntry(
        owner,
        id,
        each.targetCode,
        corrected ? version : each.version,
        {
          ...(corrected ? content : each.content),
          ...(corrected && {
            comment: `${content.comment} Utfallet är rättat sedan den första versionen.`.trim(),
            values: content.values.map((value) => ({
              ...value,
              value: value.value && nudged(value.value, indicator.decimals),
            })),
          }),
          explanations: {
            ...each.content.explanations,
            ...Object.fromEntries(own.map((check) => [check.code, 'Kontrollerat mot underlaget vid rättelsen.'])),
          },
        },
        'illustrative',
      );
    }
  }

  private async take(who: Principal, id: string, transition: TransitionName): Promise<void> {
    const { revision } = await this.reports.one(who, id);
    await this.transitions.take(who, id, `demo-correction-${transition}-${id}`, {
      transition,
      revisionHash: transition === 'submit' ? undefined : revision?.sha256,
    });
  }
}

/** Years of the plan in which every period is closed. */
function wholeYears(closed: readonly PeriodCode[], plan: Plan): string[] {
  const ends = new Set(closed.map((code) => parsePeriod(code).end));
  const years = new Set(closed.map((code) => code.slice(0, 4)));
  return [...years].filter((year) => ends.has(`${year}-12-31`) && plan.start <= `${year}-12-31`).sort();
}

/** The figure with its last written digit one step up: a slip of the pen. */
const nudged = (value: string, decimals: number): string =>
  roundDecimal(String(Number(value) + 2 * 10 ** -decimals), decimals);
