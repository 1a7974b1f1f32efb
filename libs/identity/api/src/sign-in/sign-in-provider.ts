import type { Role } from '@malspar/shared-model';
import type { Request, Response } from 'express';

/** What is known about a person who has just signed in, checked and with the roles as this application names them. */
export interface SignedInClaims {
  readonly tid: string;
  readonly oid: string;
  readonly name: string;
  readonly preferredUsername: string;
  readonly roles: readonly Role[];
}

/** A request and the response it will get: what is remembered of an attempt stands in cookies. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

export interface BeginOptions {
  /** Where to land afterwards: a path inside the application. */
  readonly returnTo: string;
  /** Asks which account to use even when the tenant already knows the browser. */
  readonly selectAccount?: boolean;
}

export interface CompletedSignIn {
  readonly claims: SignedInClaims;
  readonly returnTo: string;
}

/**
 * Signs people in at a tenant. The rest of the application knows this and nothing of the library behind it, so the
 * library can be replaced here alone.
 */
export abstract class SignInProvider {
  /** Lets the browser remember the attempt; gives the address to send it to. Throws `SignInRefused`. */
  abstract begin(exchange: Exchange, options: BeginOptions): Promise<string>;

  /** Redeems what the browser came back with, once. Throws `SignInRefused`, or `NoRole`. */
  abstract complete(exchange: Exchange): Promise<CompletedSignIn>;

  /** Where the browser must go to end the tenant's own session; comes back to the page for signed-out people. */
  abstract endSessionUrl(): Promise<string>;
}
