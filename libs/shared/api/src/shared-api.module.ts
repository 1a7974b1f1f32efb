import { AuditCatalogue } from '@malspar/shared-model';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEventEntity } from './audit/audit-event.entity.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditLogRepository } from './audit/audit-log.repository.js';
import { AuditReader } from './audit/audit-reader.js';
import { AuditController } from './audit/audit.controller.js';
import { Clock, SystemClock } from './clock/clock.js';
import { Database } from './database/database.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { validationPipe } from './errors/validation.js';
import { Housekeeping } from './housekeeping/housekeeping.js';
import { HousekeepingRepository } from './housekeeping/housekeeping.repository.js';
import { JsonBodyInterceptor } from './http/json-body.js';
import { Idempotency } from './idempotency/idempotency.js';
import { IdempotencyRepository } from './idempotency/idempotency.repository.js';
import { RememberedResponses } from './reading/remembered-responses.js';
import { AuthorizedWrites } from './security/authorized-writes.js';
import { DeclaredRoutes } from './security/declared-routes.js';
import { PermissionGuard } from './security/permission.guard.js';
import { WorkflowEngine } from './workflow/workflow-engine.js';

/** The plumbing every domain stands on: database, audit, idempotency, clock, and the gates every request passes. */
@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([AuditEventEntity])],
  controllers: [AuditController],
  providers: [
    // Filled by the domains' modules: shared knows no kinds.
    { provide: AuditCatalogue, useFactory: () => new AuditCatalogue() },
    AuditLog,
    AuditLogRepository,
    AuditReader,
    AuthorizedWrites,
    Database,
    DeclaredRoutes,
    Housekeeping,
    HousekeepingRepository,
    Idempotency,
    IdempotencyRepository,
    WorkflowEngine,
    { provide: Clock, useClass: SystemClock },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_INTERCEPTOR, useClass: JsonBodyInterceptor },
    // In front of the serializer, whose work it spares.
    { provide: APP_INTERCEPTOR, useClass: RememberedResponses },
    { provide: APP_PIPE, useFactory: validationPipe },
    {
      provide: APP_INTERCEPTOR,
      useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
      inject: [Reflector],
    },
  ],
  exports: [
    AuditCatalogue,
    AuditLog,
    AuthorizedWrites,
    Clock,
    Database,
    DeclaredRoutes,
    Housekeeping,
    Idempotency,
    WorkflowEngine,
  ],
})
export class SharedApiModule {}
