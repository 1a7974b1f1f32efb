import { type AuditSubject, auditSubject, Role } from '@malspar/shared-model';
import * as z from 'zod';
import { AssignmentInput } from './people.js';

const sessions = z.strictObject({ sessions: z.number().int() });
const roles = z.strictObject({ roles: z.array(Role) });

export const personAudit = auditSubject(
  'person',
  { sv: 'Person', en: 'Person' },
  {
    activate: { sv: 'Aktiverade en person igen', en: 'Activated a person again', data: z.strictObject({}) },
    deactivate: { sv: 'Avaktiverade en person', en: 'Deactivated a person', data: sessions },
    'end-sessions': { sv: 'Avslutade inloggningar', en: 'Ended sessions', data: sessions },
    enter: {
      sv: 'Lade till en person i förväg',
      en: 'Entered a person beforehand',
      data: z.strictObject({ name: z.string() }),
    },
    'sign-in': { sv: 'Loggade in', en: 'Signed in', data: roles, isRoutine: true },
    'sign-in-refused': { sv: 'Nekades inloggning', en: 'Was refused sign-in', data: roles },
  },
);

export const assignmentAudit = auditSubject(
  'assignment',
  { sv: 'Uppdrag', en: 'Assignment' },
  {
    change: {
      sv: 'Ändrade ett uppdrag',
      en: 'Changed an assignment',
      data: z.strictObject({ before: AssignmentInput, after: AssignmentInput }),
    },
    create: { sv: 'Lade till ett uppdrag', en: 'Added an assignment', data: AssignmentInput },
    end: { sv: 'Avslutade ett uppdrag', en: 'Ended an assignment', data: AssignmentInput },
    remove: { sv: 'Tog bort ett uppdrag', en: 'Removed an assignment', data: AssignmentInput },
  },
);

/** What this domain writes in the audit log. */
export const identityAudit: readonly AuditSubject[] = [assignmentAudit, personAudit];
