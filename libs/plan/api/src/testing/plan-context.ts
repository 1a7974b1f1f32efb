import { readFileSync } from 'node:fs';
import { Clock, Database, PrincipalSource, SharedApiModule } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AbstractLogger } from 'typeorm';
import { PlanModule } from '../plan.module.js';

class FixedClock extends Clock {
  instant = new Date('2025-11-20T09:00:00Z');
  now(): Date {
    return this.instant;
  }
}

class CountedStatements extends AbstractLogger {
  count = 0;
  constructor() {
    super(['query']);
  }
  protected override writeLog(): void {
    this.count++;
  }
}

// Nobody is signed in: these tests ask the services, not the routes.
@Global()
@Module({
  providers: [{ provide: PrincipalSource, useValue: { principalOf: () => null } }],
  exports: [PrincipalSource],
})
class NobodyModule {}

/** The plan's module on a database of its own. */
export interface PlanContext {
  readonly module: TestingModule;
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  /** A question to the database with the rights of the app. */
  ask<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  setToday(date: string): void;
  /** How many statements the work sends. */
  statementsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function planContext(): Promise<PlanContext> {
  const testDatabase = await createTestDatabase();
  const clock = new FixedClock();
  const statements = new CountedStatements();
  const module = await Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({
        ...{ type: 'postgres', url: testDatabase.appUrl, autoLoadEntities: true, extra: { max: 6 } },
        ...{ logging: ['query'], logger: statements },
      }),
      SharedApiModule,
      PlanModule,
      NobodyModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const database = module.get(Database);
  return {
    module,
    database,
    testDatabase,
    ask: (sql, parameters) => managerOf(database.read).query(sql, parameters),
    setToday: (date) => (clock.instant = new Date(`${date}T09:00:00Z`)),
    statementsOf: async (work) => {
      const before = statements.count;
      await work();
      return statements.count - before;
    },
    close: async () => {
      await module.close();
      await testDatabase.drop();
    },
  };
}

/** A file of the project's own data, fresh for each who asks. */
export const dataFile = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../tools/seed/data/${name}.json`, import.meta.url), 'utf8')) as T;
