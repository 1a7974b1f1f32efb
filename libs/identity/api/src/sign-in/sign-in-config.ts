import type { Role } from '@malspar/shared-model';
import type { Pool } from 'pg';

/** The tenant that signs people in, Azure AD or its stand-in. */
export interface SignInProviderSettings {
  /** Exactly as in the tenant's id tokens, e.g. `https://login.microsoftonline.com/<tenant id>/v2.0`. */
  readonly issuer: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers reach the provider, when that is not where the application does (demo only). */
  readonly browserLeg?: { readonly from: string; readonly to: string };
}

export interface SignInConfig {
  /** The application's own origin as people see it, e.g. `https://malspar.example.org`; no path. */
  readonly publicOrigin: string;
  readonly provider: SignInProviderSettings;
  /** The app role value in the tenant that gives each role. */
  readonly appRoles: Readonly<Record<Role, string>>;
  /** At least 32 characters; the first signs, the others are still accepted. */
  readonly sessionSecrets: readonly [string, ...string[]];
  /** Connections with the rights of the running app and the time zone UTC; closed by whoever made it. */
  readonly pool: Pool;
  /** Unsuccessful attempts per address and minute before 429; default 120, since a whole office may share one. */
  readonly attemptsPerMinute?: number;
}

export const SIGN_IN_CONFIG = Symbol('sign-in config');

export const signInPaths = {
  callback: '/auth/callback',
  home: '/app/',
  noAccess: '/app/ingen-behorighet',
  failed: '/app/inloggning-misslyckades',
  signedOut: '/app/utloggad',
} as const;

/** Earlier addresses of the pages that say how sign-in ended; the app leads from them to those above. */
export const formerSignInPaths = ['/app/no-access', '/app/sign-in-failed', '/app/signed-out'] as const;

/** As many tabs as may be signing in at once; the oldest gives way. */
export const MOST_PENDING = 5;
/** Seconds to come back from the tenant. */
export const PENDING_LIFETIME = 600;

/** Idle and absolute length of a session, in milliseconds. */
export const sessionLimits = { idle: 30 * 60_000, absolute: 10 * 60 * 60_000 } as const;

/** Whether people reach the application over TLS. */
export const isSecure = (config: Pick<SignInConfig, 'publicOrigin'>): boolean =>
  config.publicOrigin.startsWith('https:');
