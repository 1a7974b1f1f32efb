import { PlanService } from '@malspar/plan-api';
import type { CheckedPlan, FocusArea, Plan } from '@malspar/plan-model';
import {
  DraftService,
  HistoryService,
  ReportingPeriods,
  ReportService,
  type ReportWords,
  TransitionService,
} from '@malspar/reporting-api';
import {
  type FiredCheck,
  checkEntry,
  type Entry,
  type EntryContent,
  isOpen,
  type NewComment,
  type Report,
  type SoftCheckCode,
  type TransitionRequest,
} from '@malspar/reporting-model';
import { addDays, isAssigned, parsePeriod, type Principal } from '@malspar/shared-model';
import { Clock, Database } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { exampleReport } from './example-report.js';

const DAYS_LEFT = 12;
const DAYS_OPEN = 19;

/** How far an area's report has come; as many areas as there are get these in turn, so that everybody has work. */
const STAGES = ['half', 'submitted', 'endorsed', 'returned', 'approved', 'untouched', 'submitted'] as const;
type Stage = Exclude<(typeof STAGES)[number], 'untouched'>;

interface Cast {
  readonly owner: Principal;
  readonly manager: Principal | undefined;
  readonly coordinator: Principal | undefined;
}

const EXPLANATIONS: Record<SoftCheckCode, string> = {
  factor_of_ten: 'Siffran är kontrollerad mot underlaget och stämmer.',
  outside_series: 'Siffran är kontrollerad. Förändringen beror på ett ovanligt underlag den här perioden.',
  fell_to_zero: 'Utfallet är kontrollerat och är verkligen noll.',
  parts_sum: 'Delarna är kontrollerade mot underlaget; det som saknas är inte fördelat.',
  outside_unit: 'Utfallet är kontrollerat mot underlaget och stämmer.',
  measure_date: 'Datumet är bestämt tillsammans med verksamheten.',
  assessment_contradicts: 'Bedömningen väger in beslutade åtgärder som ännu inte syns i siffrorna.',
  same_text: 'Läget är oförändrat sedan förra perioden. Vi har stämt av det med verksamheten.',
};

/** Opens the plan file's open period and lets the demo people work in it, through the same services as everybody. */
@Injectable()
export class DemoPeriod {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly history: HistoryService,
    private readonly periods: ReportingPeriods,
    private readonly reports: ReportService,
    private readonly drafts: DraftService,
    private readonly transitions: TransitionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens the period, due in twelve days; where the file asks for a demonstration, with reports in mixed states. Does
   * nothing where somebody has already been: a period that is open stays as it is, and a report that has been written
   * in is left alone.
   */
  async prepare(file: CheckedPlan, people: readonly Principal[]): Promise<void> {
    const plan = await this.openPeriod(file);
    if (!file.demo) return;
    const series = await this.history.values(this.database.read, file, plan);
    for (const [index, area] of plan.focusAreas.entries()) {
      const cast = castFor(area, people);
      const stage = STAGES[index % STAGES.length] ?? 'untouched';
      if (!cast || stage === 'untouched') continue;
      const report = await this.untouched(cast.owner, file.plan.reporting.openPeriod, area);
      if (report) await this.play(stage, report, exampleReport(area, series, report.period), cast);
    }
  }

  private async openPeriod(file: CheckedPlan): Promise<Plan> {
    const today = this.clock.today();
    const code = file.plan.reporting.openPeriod;
    const there = await this.periods.list();
    return this.database.write(async (tx) => {
      const plan = await this.plans.plan(tx, parsePeriod(code).end);
      if (there.every((period) => period.code !== code)) {
        const times = { opensOn: addDays(today, -DAYS_OPEN), dueOn: addDays(today, DAYS_LEFT) };
        await this.periods.open(tx, plan, { code, ...times }, 'system');
      }
      return plan;
    });
  }

  private async untouched(owner: Principal, period: string, area: FocusArea): Promise<Report | null> {
    const { items } = await this.reports.page(owner, { period, mine: true, page: 1, limit: 100 });
    const item = items.find((each) => each.focusArea.id === area.id);
    const report = item && (await this.reports.one(owner, item.id));
    return report?.version === 1 ? report : null;
  }

  private async play(
    stage: Stage,
    report: Report,
    example: ReportWords,
    { owner, manager, coordinator }: Cast,
  ): Promise<void> {
    const written = example.entries.flatMap(({ target, content }) => {
      const entry = report.entries.find((each) => each.targetCode === target.code);
      return entry ? [{ entry, content: explained(content, entry, report.period) }] : [];
    });
    const half = Math.ceil(written.length / 2);
    for (const { entry, content } of written.slice(0, stage === 'half' ? half : undefined)) {
      await this.drafts.writeEntry(owner, report.id, entry.targetCode, entry.version, content, 'illustrative');
    }
    if (stage === 'half') return;
    const { checks } = await this.drafts.writeVerdict(
      owner,
      report.id,
      report.verdictVersion,
      example.verdict,
      'illustrative',
    );
    const { year } = report;
    const judged = year && example.year;
    const last = judged
      ? await this.drafts.writeYear(owner, report.id, year.version, example.year, 'illustrative')
      : { checks };
    // A demo is shown as far as it goes: what would not pass stays a draft.
    if (last.checks.some(isOpen)) return;
    const { revision } = await this.take(owner, report, { transition: 'submit' });
    if (stage === 'submitted' || !manager) return;
    if (stage === 'returned') {
      await this.take(manager, report, {
        transition: 'return',
        reason: 'Bra underlag. Två frågor behöver svar innan jag kan tillstyrka.',
        comments: questions(example),
      });
      return;
    }
    await this.take(manager, report, { transition: 'endorse', revisionHash: revision?.sha256 });
    if (stage === 'endorsed' || !coordinator) return;
    await this.take(coordinator, report, { transition: 'approve', revisionHash: revision?.sha256 });
  }

  private take(who: Principal, report: Report, request: TransitionRequest) {
    return this.transitions.take(who, report.id, `demo-${report.period}-${request.transition}-${report.id}`, request);
  }
}

/** The people of the area; each step by another person, as four eyes demand. */
function castFor(area: FocusArea, people: readonly Principal[]): Cast | null {
  const owners = people.filter((person) => isAssigned(person, 'owner', area.id));
  const regular = owners.find((person) => person.assignments.some((a) => a.scopeId === area.id && !a.deputy));
  const owner = regular ?? owners[0];
  if (!owner) return null;
  const manager = people.find((person) => person !== owner && isAssigned(person, 'manager', area.department.id));
  const coordinator = people.find(
    (person) => person !== owner && person !== manager && person.roles.includes('coordinator'),
  );
  return { owner, manager, coordinator };
}

function explained(content: EntryContent, entry: Entry, period: string): EntryContent {
  const soft = checkEntry({ ...entry, content }, period).filter((check) => check.kind === 'soft' && isOpen(check));
  return { ...content, explanations: Object.fromEntries(soft.map(explanation)) };
}

const explanation = ({ code }: FiredCheck): [string, string] => [code, EXPLANATIONS[code as SoftCheckCode]];

/** Two questions: one about the first target, one about a measure or, without any, about the verdict. */
function questions({ entries }: ReportWords): NewComment[] {
  const doubtful = entries.find(({ content }) => content.measure !== null);
  return [
    {
      targetCode: entries[0]?.target.code ?? null,
      field: '/comment',
      text: 'Vad ligger bakom utvecklingen? Skriv gärna en mening om orsaken.',
      suggestion: null,
    },
    doubtful
      ? {
          targetCode: doubtful.target.code,
          field: '/measure/text',
          text: 'Vad ska vara klart till slutdatumet? Gör åtgärden så tydlig att den går att följa upp.',
          suggestion: null,
        }
      : {
          targetCode: null,
          field: '/explanation',
          text: 'Lägg till vad som återstår under resten av planperioden.',
          suggestion: null,
        },
  ];
}
