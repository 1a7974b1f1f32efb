import { randomUUID } from 'node:crypto';
import { ENVIRONMENTAL_REPORT } from '@malspar/environmental-report-model';
import { AssignmentService, IdentityModule, PersonService } from '@malspar/identity-api';
import { PlanLoader, PlanModule, PlanService } from '@malspar/plan-api';
import { seedPlan } from '@malspar/plan-api/testing';
import type { CheckedPlan, Plan } from '@malspar/plan-model';
import { PublicationModule, PublicationService } from '@malspar/publication-api';
import { PublicationDraft, type PublishRequest } from '@malspar/publication-model';
import { HistoryService, ReportingModule, ReportService } from '@malspar/reporting-api';
import { plainWords } from '@malspar/reporting-api/testing';
import type { Report } from '@malspar/reporting-model';
import { Clock, Database, EnduringClient, SharedApiModule } from '@malspar/shared-api';
import type { ActiveAssignment, Principal, Role } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import type { DynamicModule, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EnvironmentalReportModule } from '../environmental-report.module.js';
import { plainPages } from './plain-pages.js';

class FixedClock extends Clock {
  constructor(private readonly instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }
}

/** Publishing on a database of its own, with a plan's histories as approved reports and people to act on them. */
export class PublicationWorld {
  private constructor(
    readonly testDatabase: TestDatabase,
    readonly module: TestingModule,
    readonly plan: Plan,
    readonly file: CheckedPlan,
  ) {}

  /** `today` lies after the histories, before the plan's end. `pages`: who makes what is frozen; `modules`: what else is wanted. */
  static async create(
    name = 'exempel-tertial',
    today = '2028-06-10',
    {
      withHistory = true,
      pages = plainPages,
      modules = [],
    }: { withHistory?: boolean; pages?: DynamicModule; modules?: readonly (Type | DynamicModule)[] } = {},
  ): Promise<PublicationWorld> {
    const testDatabase = await createTestDatabase();
    const module = await Test.createTestingModule({
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: testDatabase.appUrl,
          autoLoadEntities: true,
          extra: { Client: EnduringClient, max: 10, lock_timeout: 60_000 },
        }),
        SharedApiModule,
        PlanModule,
        IdentityModule,
        ReportingModule,
        EnvironmentalReportModule,
        PublicationModule.with(pages, ENVIRONMENTAL_REPORT),
        ...modules,
      ],
    })
      .overrideProvider(Clock)
      .useValue(new FixedClock(new Date(`${today}T09:00:00Z`)))
      .compile();
    await module.init();
    const { json, plan: file } = seedPlan(name);
    await module.get(PlanLoader).load(json);
    if (withHistory) await module.get(HistoryService).importHistory(file, { words: plainWords });
    const plan = await module.get(PlanService).plan(module.get(Database).read, today);
    return new PublicationWorld(testDatabase, module, plan, file);
  }

  async end(): Promise<void> {
    await this.module.close();
    await this.testDatabase.drop();
  }

  get publications(): PublicationService {
    return this.module.get(PublicationService);
  }

  /** Publishing as in another process, on the same database. */
  get elsewhere(): PublicationService {
    const needs = Reflect.getMetadata('design:paramtypes', PublicationService) as Type[];
    return new PublicationService(
      ...(needs.map((type): unknown => this.module.get(type)) as ConstructorParameters<typeof PublicationService>),
    );
  }

  /** Someone with the roles: owner of every area, manager of every department, or neither. */
  async person(name: string, ...roles: Role[]): Promise<Principal> {
    const [personId = ''] = await this.module
      .get(PersonService)
      .enter([{ tenantId: randomUUID(), objectId: randomUUID(), name, email: `${randomUUID()}@example.org`, roles }]);
    const scopes = roles.includes('owner')
      ? this.plan.focusAreas.map((area) => ({ kind: 'owner' as const, scopeId: area.id }))
      : this.plan.departments.map((department) => ({ kind: 'manager' as const, scopeId: department.id }));
    const assignments: ActiveAssignment[] = roles.some((role) => role === 'owner' || role === 'manager')
      ? scopes.map((scope) => ({ ...scope, deputy: false }))
      : [];
    for (const { kind, scopeId, deputy } of assignments) {
      const input = { personId, kind, scopeId, deputy, from: this.plan.start, to: null };
      await this.module.get(AssignmentService).create('system', input);
    }
    return { personId, name, roles, assignments };
  }

  /** A whole cast: coordinator, manager and owner. */
  async cast(): Promise<Record<'coordinator' | 'manager' | 'owner', Principal>> {
    return {
      coordinator: await this.person('Carin Samordnare', 'coordinator'),
      manager: await this.person('Maria Chef', 'manager'),
      owner: await this.person('Anna Ägare', 'owner'),
    };
  }

  request(period: string, version = 1, change: Partial<PublishRequest> = {}): PublishRequest {
    return { ...PublicationDraft.parse({}), confirmation: period, version, ...change };
  }

  async report(who: Principal, period: string, slug: string): Promise<Report> {
    const reports = this.module.get(ReportService);
    const { items } = await reports.page(who, { period, mine: false, page: 1, limit: 100 });
    const item = items.find((each) => each.focusArea.slug === slug);
    if (!item) throw new Error(`no report on ${slug} for ${period}`);
    return reports.one(who, item.id);
  }

  /** Runs SQL as the app does, as the owner of the schema, or as somebody who may do anything. */
  async sql<T>(as: 'app' | 'owner' | 'superuser', ...statements: string[]): Promise<T[]> {
    const url = this.testDatabase[`${as}Url`];
    const connection = await new DataSource({ type: 'postgres', url }).initialize();
    try {
      let rows: T[] = [];
      for (const statement of statements) rows = await connection.query<T[]>(statement);
      return rows;
    } finally {
      await connection.destroy();
    }
  }
}
