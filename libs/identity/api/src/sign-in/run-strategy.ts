import type { CallbackParameters } from './callback-parameters.js';
import type { HardenedOidcStrategy } from './hardened-oidc-strategy.js';
import type { OidcStrategyInternals, StrategyOptions } from './oidc-strategy-internals.js';

export type StrategyOutcome =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'success'; readonly claims: unknown }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string };

/** What can be run for a request. */
type Startable = Pick<HardenedOidcStrategy, 'start'>;
/** What a strategy ends its run by. */
export type StrategyActions = Pick<OidcStrategyInternals, 'success' | 'fail' | 'redirect' | 'error'>;

/**
 * Runs a strategy for one request, as passport does: on an object of its own that inherits the strategy and carries the
 * actions. The first action settles it; silence ends in an error when the time is out.
 */
export function runStrategy(
  strategy: Startable,
  session: object,
  callback: CallbackParameters | null,
  options: StrategyOptions,
  timeout = 15_000,
): Promise<StrategyOutcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'error', message: 'timed out' }), timeout);
    const settle = (outcome: StrategyOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const run = Object.create(strategy) as Startable & StrategyActions;
    run.redirect = (url) => settle({ kind: 'redirect', url });
    run.success = (claims) => settle({ kind: 'success', claims });
    run.fail = (message) => settle({ kind: 'failure', message: String(message) });
    run.error = (error) => settle({ kind: 'error', message: error instanceof Error ? error.message : 'unknown' });
    run.start(session, callback, options);
  });
}
