import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { Clock, Database, SharedApiModule } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import type { Principal, Role } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import express, { type Request } from 'express';
import type { SessionData } from 'express-session';
import pg from 'pg';
import { IdentityModule } from '../identity.module.js';
import { PersonService } from '../person.service.js';
import { SessionStore } from '../sign-in/session-store.js';

class SetClock extends Clock {
  instant = new Date('2025-11-20T09:00:00Z');
  now(): Date {
    return this.instant;
  }
}

export const TENANT = 'b2f0c9d4-6a1e-4c37-9a55-0f4f6d1c7e21';

/** The identity module on a database of its own, with a plan's areas and departments to be assigned to. */
export class IdentityContext {
  private constructor(
    readonly module: TestingModule,
    private readonly testDatabase: TestDatabase,
    private readonly clock: SetClock,
  ) {}

  static async make(): Promise<IdentityContext> {
    const testDatabase = await createTestDatabase();
    const clock = new SetClock();
    const url = testDatabase.appUrl;
    const module = await Test.createTestingModule({
      imports: [
        TypeOrmModule.forRoot({ type: 'postgres', url, autoLoadEntities: true, extra: { max: 6 } }),
        SharedApiModule,
        IdentityModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    return new IdentityContext(module, testDatabase, clock);
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.testDatabase.drop();
  }

  get database(): Database {
    return this.module.get(Database);
  }

  /** A request in a session of the person that began with the roles, as the session's middleware leaves it. */
  async requestOf(personId: string, roles: Role[]): Promise<Request> {
    const pool = new pg.Pool({ connectionString: this.testDatabase.appUrl, options: '-c timezone=UTC', max: 1 });
    try {
      const store = new SessionStore(pool, this.clock);
      const sid = randomUUID();
      // The end of a session is by the real clock.
      const cookie = { originalMaxAge: 60_000, expires: new Date(Date.now() + 60_000) };
      const data = { cookie, person: { personId, roles, loginAt: 0 } };
      await promisify<string, SessionData>(store.set.bind(store))(sid, data);
      const stored = await promisify<string, SessionData | null | undefined>(store.get.bind(store))(sid);
      const request = Object.assign(Object.create(express.request) as Request, { sessionID: sid, sessionStore: store });
      request.session = store.createSession(request, stored!);
      return request;
    } finally {
      await pool.end();
    }
  }

  /** A statement with the rights of the app. */
  ask<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return managerOf(this.database.read).query<Row[]>(sql, parameters);
  }

  setToday(date: string): void {
    this.clock.instant = new Date(`${date}T09:00:00Z`);
  }

  /** As many focus areas and departments as asked for, of a plan of their own. */
  async scopes(areas: number, departments: number): Promise<{ focusAreaIds: string[]; departmentIds: string[] }> {
    const planId = randomUUID();
    const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
    const [focusAreaIds, departmentIds] = [ids(areas), ids(departments)];
    await this.ask(
      `INSERT INTO plan (id, slug, title, organisation, contact, decided_by, start_date, end_date, cadence, open_period,
         provenance) VALUES ($1, 'p' || $2, 'Plan', 'Kommunen', 'a@b.example', 'KF', '2025-01-01', '2027-12-31',
         'tertial', '2025-T3', 'illustrative')`,
      [planId, planId.slice(0, 8)],
    );
    await this.ask(
      `INSERT INTO department (id, plan_id, slug, position, title, provenance)
       SELECT id, $1, 'd' || n, n, 'Verksamhet ' || n, 'illustrative' FROM unnest($2::uuid[]) WITH ORDINALITY t (id, n)`,
      [planId, departmentIds],
    );
    await this.ask(
      `INSERT INTO focus_area (id, plan_id, slug, number, title, department_id, goals_provenance, aim, aim_provenance,
         provenance)
       SELECT id, $1, 'a' || n, n, 'Område ' || n, $3, 'illustrative', 'Bra.', 'illustrative', 'illustrative'
       FROM unnest($2::uuid[]) WITH ORDINALITY t (id, n)`,
      [planId, focusAreaIds, departmentIds[0]],
    );
    return { focusAreaIds, departmentIds };
  }

  /** Somebody entered beforehand, as a policy sees them. */
  async person(name: string, roles: Role[]): Promise<Principal> {
    const record = { tenantId: TENANT, objectId: randomUUID(), name, email: `${randomUUID()}@example.org`, roles };
    const [personId] = await this.module.get(PersonService).enter([record]);
    return { personId: personId ?? '', name, roles, assignments: [] };
  }
}
