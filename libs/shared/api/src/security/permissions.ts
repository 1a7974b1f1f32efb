import type { Role } from '@malspar/shared-model';

type Grant = 'public' | 'signed-in' | readonly Role[];

/**
 * What may be done, and by which roles. This is the outer gate; which area or department it may be done in is
 * decided by the domain's own policy.
 */
export const permissions = {
  'health.read': 'public',
  'api-description.read': 'public',
  'sign-in': 'public',
  'session.read': 'signed-in',
  'session.end': 'signed-in',
  'me.read': 'signed-in',
  'plan.read': 'signed-in',
  'results.read': 'signed-in',
  'period.read': 'signed-in',
  'report.read': 'signed-in',
  'report.write': ['owner'],
  'report.transition': ['owner', 'manager', 'coordinator'],
  'report.comment.reply': ['owner'],
  'period.close': ['coordinator'],
  'period.move-due-date': ['coordinator'],
  'period.open': ['coordinator'],
  'period.reopen': ['coordinator'],
  'publication.read': 'signed-in',
  'publication.publish': ['coordinator'],
  'feedback.read': ['coordinator', 'admin'],
  'feedback.handle': ['coordinator'],
  'people.read': ['coordinator', 'admin'],
  'people.edit': ['admin'],
  'assignments.edit': ['coordinator', 'admin'],
  'audit.read': ['coordinator', 'admin'],
  'site.read': ['coordinator', 'admin'],
  'site.edit': ['admin'],
} as const satisfies Record<string, Grant>;

export type PermissionName = keyof typeof permissions;

/** Whether the roles (null: nobody is signed in) hold the permission. */
export function isGranted(name: PermissionName, roles: readonly Role[] | null): boolean {
  const grant: Grant = permissions[name];
  if (grant === 'public') return true;
  if (roles === null) return false;
  return grant === 'signed-in' ? roles.length > 0 : grant.some((role) => roles.includes(role));
}

/** Every permission the roles hold, for pages that show only what can be used. */
export const permissionsOf = (roles: readonly Role[]): PermissionName[] =>
  (Object.keys(permissions) as PermissionName[]).filter((name) => isGranted(name, roles));
