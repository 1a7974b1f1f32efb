/** The optional parts of a request to take a transition. */
export interface TransitionInput {
  readonly reason?: string | undefined;
  readonly revisionHash?: string | undefined;
  readonly comments?: readonly unknown[] | undefined;
}

/** What a demand is asked about. */
export interface DemandQuestion<Facts> {
  readonly facts: Facts;
  readonly personId: string;
  /** The act that the transition would be part of, such as a publication; null on its own. */
  readonly within: string | null;
  /** Null while transitions are merely offered: what comes with the request is then not missed. */
  readonly request: TransitionInput | null;
}

/**
 * Met, or why not. `absent`: the transition is not offered at all. `disabled`: it is offered, disabled with the code.
 * `lacking`: the request lacks the part that the code is about.
 */
export type DemandOutcome<Code extends string> =
  | { readonly is: 'met' }
  | { readonly is: 'absent'; readonly whyNot: Code | null }
  | { readonly is: 'disabled'; readonly whyNot: Code }
  | { readonly is: 'lacking'; readonly pointer: string };

/** A condition of a transition. `Code` are the stable codes of its reasons. */
export interface Demand<Facts, Code extends string = string, Name extends string = string> {
  readonly name: Name;
  /** The part of the request that it asks for; pages show a field for it. */
  readonly asksFor?: keyof TransitionInput;
  /** Asked after all others, since its facts take reads of their own. */
  readonly readsMore?: true;
  readonly outcome: (question: DemandQuestion<Facts>) => DemandOutcome<Code>;
}

export const MET = { is: 'met' } as const;

/** The request gives its reason. */
export const givesReason = {
  name: 'reason',
  asksFor: 'reason',
  outcome: ({ request }) => (request && request.reason === undefined ? { is: 'lacking', pointer: '/reason' } : MET),
} as const satisfies Demand<unknown, never>;

/** The request names the hash of the revision that was read. */
export const namesRevision = {
  name: 'revisionHash',
  asksFor: 'revisionHash',
  outcome: ({ request }) =>
    request && request.revisionHash === undefined ? { is: 'lacking', pointer: '/revisionHash' } : MET,
} as const satisfies Demand<unknown, never>;

/** The transition is taken as part of `act`, never on its own. */
export const onlyWithin = <Act extends string>(act: Act) =>
  ({
    name: act,
    outcome: ({ within }) => (within === act ? MET : { is: 'absent', whyNot: null }),
  }) as const satisfies Demand<unknown, never, Act>;

/** The rule holds, or the transition is disabled with the code. */
export const demands = <Facts, Name extends string, Code extends string>(
  name: Name,
  whyNot: (facts: Facts, personId: string) => Code | null,
): Demand<Facts, Code, Name> => ({
  name,
  outcome: ({ facts, personId }) => {
    const code = whyNot(facts, personId);
    return code === null ? MET : { is: 'disabled', whyNot: code };
  },
});
