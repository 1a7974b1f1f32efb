/** Who is signed in, as the shell needs it; the same shape as identity's own `Me`. */
export interface SignedInPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly assignments: readonly {
    readonly kind: string;
    readonly scopeId: string;
    readonly scopeTitle: string;
    readonly deputy: boolean;
  }[];
  readonly permissions: readonly string[];
}

export interface SessionTimes {
  readonly now: string;
  readonly idleEndsAt: string;
  readonly endsAt: string;
}
