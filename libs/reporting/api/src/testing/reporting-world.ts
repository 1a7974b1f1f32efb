import { IdentityModule, PersonService } from '@malspar/identity-api';
import { PlanLoader, PlanModule, PlanService } from '@malspar/plan-api';
import type { FocusArea, Plan } from '@malspar/plan-model';
import type { EntryContent, Report, TransitionName, TransitionRequest } from '@malspar/reporting-model';
import { emptyEntryContent } from '@malspar/reporting-model';
import { AuditLog, Clock, Database, SharedApiModule } from '@malspar/shared-api';
import { addDays, type Principal, type Role } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { Test, type TestingModule, type TestingModuleBuilder } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DraftService } from '../drafts/draft.service.js';
import { ReportService } from '../reports/report.service.js';
import { ReportingModule } from '../reporting.module.js';
import { ReportingPeriods } from '../periods/reporting-periods.js';
import { ResultsService } from '../results/results.service.js';
import { TransitionService } from '../transitions/transition.service.js';
import { CountingLogger } from './counting-logger.js';
import { smallPlan } from './small-plan.js';

/** A clock that stands where it is put. */
export class SetClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    // A moment passes at each look, so that what comes later is later.
    this.instant = new Date(this.instant.getTime() + 1);
    return this.instant;
  }

  set(date: string): void {
    this.instant = new Date(`${date}T09:00:00Z`);
  }
}

/** The reporting domain on a database of its own, with a plan and people who answer for it. */
export class ReportingWorld {
  private constructor(
    readonly testDatabase: TestDatabase,
    readonly module: TestingModule,
    readonly clock: SetClock,
    readonly sql: CountingLogger,
    readonly plan: Plan,
  ) {}

  static async create(
    planFile: object = smallPlan(),
    today = '2024-10-10',
    override: (builder: TestingModuleBuilder) => TestingModuleBuilder = (builder) => builder,
  ): Promise<ReportingWorld> {
    const testDatabase = await createTestDatabase();
    const clock = new SetClock(new Date(`${today}T09:00:00Z`));
    const sql = new CountingLogger();
    const builder = Test.createTestingModule({
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: testDatabase.appUrl,
          autoLoadEntities: true,
          logging: ['query'],
          logger: sql,
          extra: { max: 10 },
        }),
        SharedApiModule,
        PlanModule,
        IdentityModule,
        ReportingModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock);
    const module = await override(builder).compile();
    await module.init();
    await module.get(PlanLoader).load(planFile);
    const plan = await module.get(PlanService).plan(module.get(Database).read, today);
    return new ReportingWorld(testDatabase, module, clock, sql, plan);
  }

  async end(): Promise<void> {
    await this.module.close();
    await this.testDatabase.drop();
  }

  get drafts(): DraftService {
    return this.module.get(DraftService);
  }
  get reports(): ReportService {
    return this.module.get(ReportService);
  }
  get results(): ResultsService {
    return this.module.get(ResultsService);
  }
  get transitions(): TransitionService {
    return this.module.get(TransitionService);
  }
  get database(): Database {
    return this.module.get(Database);
  }
  get audit(): AuditLog {
    return this.module.get(AuditLog);
  }

  area(slug: string): FocusArea {
    return this.plan.focusAreas.find((area) => area.slug === slug)!;
  }

  /** A person in the database with the roles, assigned to the areas as owner and to their departments as manager. */
  async person(name: string, roles: Role[], areas: readonly FocusArea[] = []): Promise<Principal> {
    const [personId] = await this.module
      .get(PersonService)
      .enter([{ tenantId: randomUUID(), objectId: randomUUID(), name, email: `${randomUUID()}@example.org`, roles }]);
    const assignments = areas.flatMap((area) => [
      ...(roles.includes('owner') ? [{ kind: 'owner' as const, scopeId: area.id, deputy: false }] : []),
      ...(roles.includes('manager') ? [{ kind: 'manager' as const, scopeId: area.department.id, deputy: false }] : []),
    ]);
    await this.owner(async (sql) => {
      for (const { kind, scopeId } of assignments) {
        await sql(
          `INSERT INTO assignment (person_id, kind, focus_area_id, department_id, starts_on)
           VALUES ($1, $2, $3, $4, '2020-01-01')`,
          [personId, kind, kind === 'owner' ? scopeId : null, kind === 'manager' ? scopeId : null],
        );
      }
    });
    return { personId: personId!, name, roles, assignments };
  }

  /** Runs SQL as the owner of the schema, for what the app itself may not do. */
  async owner<T>(work: (sql: (query: string, values: unknown[]) => Promise<unknown>) => Promise<T>): Promise<T> {
    const owner = await new DataSource({ type: 'postgres', url: this.testDatabase.ownerUrl }).initialize();
    try {
      return await work((query, values) => owner.query(query, values));
    } finally {
      await owner.destroy();
    }
  }

  /** Opens a period that is due in twelve days. */
  async openPeriod(code: string): Promise<void> {
    const today = this.clock.today();
    const plan = await this.module.get(PlanService).plan(this.database.read, today);
    await this.database.write((tx) =>
      this.module
        .get(ReportingPeriods)
        .open(tx, plan, { code, opensOn: addDays(today, -5), dueOn: addDays(today, 12) }, 'system'),
    );
  }

  /** The area's report on a period, as the person sees it. */
  async report(who: Principal, period: string, slug = 'energi'): Promise<Report> {
    const { items } = await this.reports.page(who, { period, mine: false, page: 1, limit: 100 });
    return this.reports.one(who, items.find((item) => item.focusArea.slug === slug)!.id);
  }

  /** Fills the whole report with what passes every check. */
  async fill(owner: Principal, report: Report, change: Partial<EntryContent> = {}): Promise<Report> {
    const assessment = change.assessment ?? 'on_track';
    for (const entry of report.entries) {
      await this.drafts.writeEntry(owner, report.id, entry.targetCode, entry.version, {
        ...emptyEntryContent,
        assessment,
        values: entry.duePeriods.map((period) => ({ period, value: '90' })),
        comment: `Redovisning av ${entry.targetCode} för ${report.period}.`,
        ...change,
      });
    }
    const verdict = { verdict: 'largely', explanation: 'Arbetet följer planen.' } as const;
    await this.drafts.writeVerdict(owner, report.id, report.verdictVersion, verdict);
    if (report.year) {
      const targets = report.entries.map(({ targetCode }) => ({ targetCode, assessment, comment: '' }));
      await this.drafts.writeYear(owner, report.id, report.year.version, { ...verdict, targets });
    }
    return this.reports.one(owner, report.id);
  }

  /** Takes a transition with a key of its own; names the current revision where that is demanded. */
  async take(who: Principal, report: Report, name: TransitionName, rest: Partial<TransitionRequest> = {}) {
    const names = name === 'endorse' || name === 'approve';
    const revisionHash = names ? (await this.reports.one(who, report.id)).revision?.sha256 : undefined;
    return this.transitions.take(who, report.id, randomUUID(), { transition: name, revisionHash, ...rest });
  }
}
