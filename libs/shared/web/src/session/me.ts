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
  /** The language of the plan and of what is written about it (BCP 47); null while no plan is loaded. */
  readonly planLanguage: string | null;
}

export interface SessionTimes {
  readonly now: string;
  readonly idleEndsAt: string;
  readonly endsAt: string;
}
