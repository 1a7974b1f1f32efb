import type { SignedInPerson } from '@malspar/shared-web';

/** A page of the main menu. */
export interface Destination {
  readonly path: string;
  readonly text: string;
  /** What the person must be allowed to see it; absent is everybody. */
  readonly permission?: string;
  readonly role?: string;
  readonly notRole?: string;
}

const DESTINATIONS: readonly Destination[] = [
  { path: '/', text: 'shared.nav.mine', role: 'owner' },
  { path: '/', text: 'shared.nav.start', notRole: 'owner' },
  { path: '/granskning', text: 'shared.nav.review', role: 'manager' },
  { path: '/oversikt', text: 'shared.nav.board', permission: 'period.close' },
  { path: '/publicering', text: 'shared.nav.publishing', permission: 'publication.publish' },
  { path: '/synpunkter', text: 'shared.nav.feedback', permission: 'feedback.read' },
  { path: '/webbplatsen', text: 'shared.nav.site', permission: 'site.read' },
  { path: '/plan', text: 'shared.nav.plan', permission: 'plan.read' },
  { path: '/uppdrag', text: 'shared.nav.assignments', permission: 'assignments.edit' },
  { path: '/logg', text: 'shared.nav.audit', permission: 'audit.read' },
];

/** The pages that the person has use of, by what the server says they may do. */
export const destinationsOf = (me: SignedInPerson | null): Destination[] =>
  me === null
    ? []
    : DESTINATIONS.filter(
        ({ permission, role, notRole }) =>
          (permission === undefined || me.permissions.includes(permission)) &&
          (role === undefined || me.roles.includes(role)) &&
          (notRole === undefined || !me.roles.includes(notRole)),
      );
