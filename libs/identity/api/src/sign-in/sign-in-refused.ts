/** Why a sign-in did not come through; stable words that the page for failed sign-ins explains. */
export type SignInFailureReason =
  | 'cancelled'
  | 'malformed-callback'
  | 'unknown-state'
  | 'provider-refused'
  | 'provider-unavailable'
  | 'code-refused'
  | 'token-refused'
  | 'wrong-tenant'
  | 'groups-overage'
  | 'inactive';

/** A sign-in that did not come through. `detail` is for the log alone and never reaches the browser. */
export class SignInRefused extends Error {
  constructor(
    readonly reason: SignInFailureReason,
    readonly detail = '',
  ) {
    super(`Sign-in refused: ${reason}`);
    this.name = 'SignInRefused';
  }
}

/** Signed in at the tenant, but with no role in this application. */
export class NoRole extends Error {
  constructor() {
    super('Signed in without a role');
    this.name = 'NoRole';
  }
}
