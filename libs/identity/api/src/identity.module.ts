import { PrincipalSource } from '@malspar/shared-api';
import { identityAudit } from '@malspar/identity-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActingPeople } from './acting-people/acting-people.js';
import { ActingPeopleRepository } from './acting-people/acting-people.repository.js';
import { AssignmentController } from './assignment.controller.js';
import { AssignmentEntity } from './assignment.entity.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentService } from './assignment.service.js';
import { MeService } from './me.service.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSessions } from './own-sessions.service.js';
import { PeopleController } from './people.controller.js';
import { PersonAccessService } from './person-access.service.js';
import { PersonSessionRepository } from './person-session.repository.js';
import { PersonRepository } from './person.repository.js';
import { PersonService } from './person.service.js';
import { SessionPrincipals } from './session-principals.js';
import { PersonDirectory } from './sign-in/person-directory.js';

/** People, their roles and assignments. Global: the permission guard in front of every route asks it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AssignmentEntity])],
  controllers: [AssignmentController, OwnSessionsController, PeopleController],
  providers: [
    ActingPeople,
    ActingPeopleRepository,
    AssignmentRepository,
    AssignmentService,
    MeService,
    OwnSessions,
    PersonAccessService,
    PersonRepository,
    PersonService,
    PersonSessionRepository,
    { provide: PersonDirectory, useExisting: PersonService },
    { provide: PrincipalSource, useClass: SessionPrincipals },
  ],
  exports: [ActingPeople, AssignmentService, PersonAccessService, PersonDirectory, PersonService, PrincipalSource],
})
export class IdentityModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add(identityAudit);
  }
}
