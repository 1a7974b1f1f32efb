import { ListedPerson, Person } from '@malspar/identity-model';
import { AuditEvent, pageOf } from '@malspar/shared-model';
import * as z from 'zod';

const Scope = z.object({ id: z.uuid(), title: z.string() });
/** What an assignment can be for: a focus area or a department. */
export type Scope = z.infer<typeof Scope>;

/** What these pages need of the plan, and no more. */
export const PlanScopes = z.object({ focusAreas: z.array(Scope), departments: z.array(Scope) });
export type PlanScopes = z.infer<typeof PlanScopes>;

export const PeoplePage = pageOf(Person);

export const ListedPeople = pageOf(ListedPerson);
export type ListedPeople = z.infer<typeof ListedPeople>;

export const AuditEvents = pageOf(AuditEvent);
export type AuditEvents = z.infer<typeof AuditEvents>;
