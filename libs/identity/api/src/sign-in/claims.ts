import { cleanLine, isBlank, type Role } from '@malspar/shared-model';
import type { SignedInClaims } from './sign-in-provider.js';
import type { SignInFailureReason } from './sign-in-refused.js';

export interface ClaimRules {
  readonly tenantId: string;
  readonly clientId: string;
  /** The app role value in the tenant that gives each role. */
  readonly appRoles: Readonly<Record<Role, string>>;
}

export type ClaimsVerdict =
  | { readonly kind: 'accepted'; readonly claims: SignedInClaims }
  | { readonly kind: 'no-role' }
  | { readonly kind: 'refused'; readonly reason: SignInFailureReason; readonly detail: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const OLDEST_ISSUE = 65 * 60;
const CLOCK_SKEW = 60;

const refused = (reason: SignInFailureReason, detail: string): ClaimsVerdict => ({ kind: 'refused', reason, detail });

/** Roles named by the token's app roles; what is not in the table, or is not text, gives nothing. */
function knownRoles(value: unknown, appRoles: ClaimRules['appRoles']): Role[] {
  if (!Array.isArray(value)) return [];
  const byValue = new Map(Object.entries(appRoles).map(([role, appRole]) => [appRole, role as Role]));
  const known = value.flatMap((entry: unknown) => (typeof entry === 'string' ? (byValue.get(entry) ?? []) : []));
  return [...new Set(known)];
}

/** Azure AD replaces a list of more than 200 groups by a pointer to where it can be asked for. */
function hasGroupsOverage(claims: Record<string, unknown>): boolean {
  const names = claims['_claim_names'];
  const pointed = typeof names === 'object' && names !== null && Object.hasOwn(names, 'groups');
  return pointed || claims['hasgroups'] !== undefined;
}

const shownText = (value: unknown): string =>
  typeof value === 'string' && !isBlank(value) ? Array.from(cleanLine(value)).slice(0, 200).join('') : '';

/**
 * The checks that the library leaves out: tenant, version, audience to the letter, person, age, and roles. The token's
 * signature, issuer, nonce and expiry must already be checked.
 */
export function checkClaims(payload: unknown, rules: ClaimRules, now: Date): ClaimsVerdict {
  if (typeof payload !== 'object' || payload === null) return refused('token-refused', 'no claims');
  const claims = payload as Record<string, unknown>;
  if (claims['tid'] !== rules.tenantId) return refused('wrong-tenant', 'tid');
  if (claims['ver'] !== '2.0') return refused('token-refused', 'ver');
  if (claims['aud'] !== rules.clientId) return refused('token-refused', 'aud');
  const { oid, iat } = claims;
  if (typeof oid !== 'string' || !UUID.test(oid)) return refused('token-refused', 'oid');
  const seconds = now.getTime() / 1000;
  if (typeof iat !== 'number' || iat < seconds - OLDEST_ISSUE || iat > seconds + CLOCK_SKEW) {
    return refused('token-refused', 'iat');
  }
  if (hasGroupsOverage(claims)) return refused('groups-overage', 'groups');
  const roles = knownRoles(claims['roles'], rules.appRoles);
  if (roles.length === 0) return { kind: 'no-role' };
  const preferredUsername = shownText(claims['preferred_username']);
  const name = shownText(claims['name']) || preferredUsername || oid;
  return { kind: 'accepted', claims: { tid: rules.tenantId, oid: oid.toLowerCase(), name, preferredUsername, roles } };
}
