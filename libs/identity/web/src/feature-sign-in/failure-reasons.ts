/** The reasons that the server names in the address, and whether another account is the likely remedy. */
const REASONS: Readonly<Record<string, { readonly otherAccount: boolean; readonly tellSupport: boolean }>> = {
  cancelled: { otherAccount: false, tellSupport: false },
  'malformed-callback': { otherAccount: false, tellSupport: true },
  'unknown-state': { otherAccount: false, tellSupport: false },
  'provider-refused': { otherAccount: false, tellSupport: true },
  'provider-unavailable': { otherAccount: false, tellSupport: true },
  'code-refused': { otherAccount: false, tellSupport: false },
  'token-refused': { otherAccount: false, tellSupport: true },
  'wrong-tenant': { otherAccount: true, tellSupport: false },
  'groups-overage': { otherAccount: true, tellSupport: true },
  inactive: { otherAccount: true, tellSupport: true },
};

export interface FailureReason {
  /** The key of its texts. */
  readonly key: string;
  readonly otherAccount: boolean;
  readonly tellSupport: boolean;
}

/** Anybody can write an address: what is not known is not repeated on the page. */
export function failureReason(named: string | undefined): FailureReason {
  const known = named !== undefined && Object.hasOwn(REASONS, named) ? REASONS[named] : undefined;
  return named !== undefined && known
    ? { key: named, ...known }
    : { key: 'unknown', otherAccount: false, tellSupport: false };
}
