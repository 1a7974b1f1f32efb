import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Clock,
  CurrentPrincipal,
  Permission,
  PrincipalSource,
  SharedApiModule,
  SystemClock,
} from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Controller, Get, Global, Module, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Request } from 'express';
import pg from 'pg';
import { PersonDirectory, type SignInRecord } from '../person-directory.js';
import { signedInPerson } from '../session.js';
import { SignInMiddleware } from '../sign-in-middleware.js';
import { SignInModule } from '../sign-in.module.js';
import { demoModule } from './demo-tenant.js';

/** The people who have signed in, for as long as the test runs. */
class RememberedPeople extends PersonDirectory {
  readonly records: SignInRecord[] = [];
  readonly inactive = new Set<string>();
  private readonly ids = new Map<string, string>();

  override recordSignIn(record: SignInRecord): Promise<{ personId: string; active: boolean }> {
    this.records.push(record);
    const key = `${record.tenantId}/${record.objectId}`;
    const personId = this.ids.get(key) ?? randomUUID();
    this.ids.set(key, personId);
    return Promise.resolve({ personId, active: !this.inactive.has(record.email) });
  }
}

class SessionPrincipals extends PrincipalSource {
  override principalOf(request: Request): Promise<Principal | null> {
    const person = signedInPerson(request);
    return Promise.resolve(person && { personId: person.personId, name: '', roles: person.roles, assignments: [] });
  }

  override standing(_tx: unknown, who: Principal): Promise<Principal> {
    return Promise.resolve(who);
  }
}

/** A clock that can be put forward. */
class MovableClock extends SystemClock {
  ahead = 0;

  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

/** Stands for every other route of the application. */
@Controller('probe')
class ProbeController {
  @Get()
  @Permission('me.read')
  read(@CurrentPrincipal() principal: Principal): { personId: string; roles: readonly string[] } {
    return { personId: principal.personId, roles: principal.roles };
  }

  @Post()
  @Permission('me.read')
  write(): { written: boolean } {
    return { written: true };
  }
}

export interface TestAppOptions {
  readonly databaseUrl: string;
  readonly attemptsPerMinute?: number;
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

/** Sign-in with everything real around it: tenant, library, sessions in PostgreSQL, guard and problem filter. */
export async function startTestApp({ databaseUrl, attemptsPerMinute = 10_000 }: TestAppOptions) {
  const { server, origin, serveWith } = await listen();
  const tenant = await demoModule.startDemoIdentityProvider({ publicOrigin: origin, environment: 'test' });
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c TimeZone=UTC', max: 4 });
  // The database may be dropped while the last connection is still saying goodbye.
  pool.on('error', () => undefined);
  const people = new RememberedPeople();
  const clock = new MovableClock();

  @Global()
  @Module({
    providers: [
      { provide: PersonDirectory, useValue: people },
      { provide: PrincipalSource, useClass: SessionPrincipals },
    ],
    exports: [PersonDirectory, PrincipalSource],
  })
  class PeopleModule {}

  @Module({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: databaseUrl, autoLoadEntities: true }),
      SharedApiModule,
      PeopleModule,
      SignInModule.forRoot({
        publicOrigin: origin,
        provider: tenant,
        appRoles: { owner: 'Owner', manager: 'Manager', coordinator: 'Coordinator', admin: 'Admin', viewer: 'Viewer' },
        sessionSecrets: ['a secret that is used in tests and nowhere else'],
        pool,
        attemptsPerMinute,
      }),
    ],
    controllers: [ProbeController],
  })
  class TestModule {}

  const built = await Test.createTestingModule({ imports: [TestModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = built.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  app.set('query parser', 'simple');
  app.use(tenant.mountPath, tenant.browserHandler);
  app.use(['/api', '/auth'], ...app.get(SignInMiddleware).handlers);
  app.setGlobalPrefix('api/v1', { exclude: ['auth/login', 'auth/callback', 'auth/logout'] });
  await app.init();
  serveWith(app.getHttpAdapter().getInstance());

  return {
    origin,
    tenant,
    people,
    clock,
    pool,
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await app.close();
      await pool.end();
      await tenant.stop();
    },
  };
}

/** Takes an address before there is an application: the tenant has to know it, and nobody else may get it meanwhile. */
async function listen() {
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    origin: `http://localhost:${port}`,
    serveWith(next: RequestListener) {
      listener = next;
    },
  };
}
