import { pathToFileURL } from 'node:url';
import {
  DemoDocuments,
  DemoFeedback,
  DemoModule,
  DemoPeople,
  DemoPeriod,
  type DemoPerson,
  DemoPublications,
  exampleReport,
} from '@malspar/demo-api';
import { PlanLoader, type PlanLoading, PlanService } from '@malspar/plan-api';
import { readPlanFile } from '@malspar/plan-model';
import { HistoryService } from '@malspar/reporting-api';
import { Clock, Database } from '@malspar/shared-api';
import { parsePeriod, Role } from '@malspar/shared-model';
import type { INestApplicationContext } from '@nestjs/common';
import { withDomains } from './command.js';
import type { CommandConfig } from './config.js';

export interface Seeding {
  readonly plan: PlanLoading;
  /** Reports imported from the histories in the file; none the second time. */
  readonly reports: number;
  /** Versions published for the demo; none the second time. */
  readonly published: number;
}

export interface SeedOptions {
  /** A plan file, parsed. */
  readonly plan: unknown;
  /** The demo identity provider's module, when its people are to be given something to do. */
  readonly demoModule?: string;
  /** Whether a demo's past periods are published too, with every file, and an example document; it takes its time. Default true. */
  readonly publishPast?: boolean;
}

interface IdentityProvider {
  readonly tenantId: string;
  readonly people: readonly { key: string; name: string; email: string; roles: readonly string[] }[];
  objectIdOf(key: string): string;
}

/**
 * Loads a plan with its histories and, for a demo, people and an open period; in the midst of work and with its past
 * published where the plan file itself asks for a demonstration. Idempotent.
 */
export function seed(config: CommandConfig, options: SeedOptions): Promise<Seeding> {
  return withDomains(
    async (app) => {
      const plan = await app.get(PlanLoader).load(options.plan);
      const file = readPlanFile(options.plan);
      if (!file.ok) throw new Error('The plan was loaded but cannot be read.');
      const people = options.demoModule
        ? await enterDemoPeople(app, options.demoModule, file.plan.plan.reporting.openPeriod)
        : null;
      const words = file.plan.demo ? exampleReport : undefined;
      const publishes = people !== null && file.plan.demo && (options.publishPast ?? true);
      const past = publishes
        ? await app.get(DemoPublications).tellPast(file.plan, people)
        : { reports: await app.get(HistoryService).importHistory(file.plan, { words }), published: 0 };
      if (people) await app.get(DemoPeriod).prepare(file.plan, people);
      if (publishes) {
        await app.get(DemoDocuments).enter(people);
        await app.get(DemoFeedback, { strict: false }).enter();
      }
      return { plan, ...past };
    },
    config,
    (domains) => DemoModule.with(domains),
  );
}

async function enterDemoPeople(app: INestApplicationContext, module: string, openPeriod: string) {
  const demo = (await import(pathToFileURL(module).href)) as IdentityProvider;
  const people = demo.people.map(({ key, name, email, roles }): DemoPerson => {
    const known = roles.map((role) => Role.parse(role.toLowerCase()));
    return { key, name, email, roles: known, objectId: demo.objectIdOf(key) };
  });
  const plan = await app.get(PlanService).plan(app.get(Database).read, parsePeriod(openPeriod).end);
  return app.get(DemoPeople).enter(demo.tenantId, people, {
    focusAreaIds: plan.focusAreas.map((area) => area.id),
    departmentIds: departmentsWithAreas(plan),
    since: plan.start < app.get(Clock).today() ? plan.start : app.get(Clock).today(),
  });
}

/** Departments that carry an area come first, so that every report has a manager among the first to be appointed. */
function departmentsWithAreas(plan: {
  readonly departments: readonly { id: string }[];
  readonly focusAreas: readonly { department: { id: string } }[];
}): string[] {
  const carrying = plan.focusAreas.map((area) => area.department.id);
  return [...new Set([...carrying, ...plan.departments.map((department) => department.id)])];
}
