import type { Me, Role } from '@malspar/shared-model';

/** A page of the main menu. */
export interface Destination {
  readonly path: string;
  readonly text: string;
  /** What the person must be allowed to see it; absent is everybody. */
  readonly permission?: string;
  /** What the person must not be allowed: somebody who may do more has another entry. */
  readonly notPermission?: string;
  /** Any of these. */
  readonly roles?: readonly Role[];
  readonly notRole?: Role;
}

/** All of them, in the order of the menu. */
export const DESTINATIONS: readonly Destination[] = [
  { path: '/', text: 'shared.nav.mine', roles: ['owner'] },
  { path: '/', text: 'shared.nav.start', notRole: 'owner' },
  { path: '/granskning', text: 'shared.nav.review', roles: ['manager'] },
  { path: '/oversikt', text: 'shared.nav.board', roles: ['coordinator', 'admin'] },
  { path: '/publicering', text: 'shared.nav.publishing', permission: 'publication.publish' },
  {
    path: '/publicering',
    text: 'shared.nav.published',
    permission: 'publication.read',
    notPermission: 'publication.publish',
  },
  { path: '/synpunkter', text: 'shared.nav.feedback', permission: 'feedback.read' },
  { path: '/webbplatsen', text: 'shared.nav.site', permission: 'site.read' },
  { path: '/plan', text: 'shared.nav.plan', permission: 'plan.read' },
  { path: '/uppdrag', text: 'shared.nav.assignments', permission: 'assignments.edit' },
  { path: '/personer', text: 'shared.nav.people', permission: 'people.edit' },
  { path: '/logg', text: 'shared.nav.audit', permission: 'audit.read' },
];

/** The pages that the person has use of, by what the server says they may do. */
export const destinationsOf = (me: Me | null): Destination[] =>
  me === null
    ? []
    : DESTINATIONS.filter(
        ({ permission, notPermission, roles, notRole }) =>
          (permission === undefined || me.permissions.includes(permission)) &&
          (notPermission === undefined || !me.permissions.includes(notPermission)) &&
          (roles === undefined || roles.some((role) => me.roles.includes(role))) &&
          (notRole === undefined || !me.roles.includes(notRole)),
      );
