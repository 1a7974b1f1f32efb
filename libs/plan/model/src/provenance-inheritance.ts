import type { Origin } from './checked-plan.js';

/** What an item says of its own origin. */
export interface OwnOrigin {
  readonly provenance?: Origin['provenance'] | undefined;
  readonly source?: string | undefined;
}

/** An origin with the nearest source named at or above it, for those below. */
export interface InheritedOrigin extends Origin {
  readonly nearestSource: string | null;
}

/**
 * An item without a provenance of its own has its parent's, source and all. One that says `verified` without naming
 * its source was read where the nearest item above it was. One that says `illustrative` has no source but its own.
 */
export function inherit(own: OwnOrigin, parent: InheritedOrigin): InheritedOrigin {
  const nearestSource = own.source ?? parent.nearestSource;
  const provenance = own.provenance ?? parent.provenance;
  const inherited = own.provenance === undefined ? parent.source : own.provenance === 'verified' ? nearestSource : null;
  return { provenance, source: own.source ?? inherited, nearestSource };
}

/** The origin of the plan itself, from which everything inherits. */
export const rootOrigin = (own: OwnOrigin): InheritedOrigin => ({
  provenance: own.provenance ?? 'illustrative',
  source: own.source ?? null,
  nearestSource: own.source ?? null,
});

/** Only what is kept of an origin. */
export const originOf = ({ provenance, source }: InheritedOrigin): Origin => ({ provenance, source });
