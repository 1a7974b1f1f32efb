import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '@malspar/shared-api';
import { Inject, Injectable } from '@nestjs/common';
import { type CallbackParameters, readCallbackParameters } from './callback-parameters.js';
import { checkClaims } from './claims.js';
import { HardenedOidcStrategy } from './hardened-oidc-strategy.js';
import { PendingSignIns } from './pending-sign-ins.js';
import { ProviderMetadataLoader } from './provider-metadata.js';
import { runStrategy } from './run-strategy.js';
import {
  isSecure,
  MOST_PENDING,
  PENDING_LIFETIME,
  SIGN_IN_CONFIG,
  type SignInConfig,
  signInPaths,
} from './sign-in-config.js';
import { type BeginOptions, type CompletedSignIn, type Exchange, SignInProvider } from './sign-in-provider.js';
import { NoRole, type SignInFailureReason, SignInRefused } from './sign-in-refused.js';

/** Signs people in at Azure AD by authorization code and PKCE, with passport-azure-ad. */
@Injectable()
export class AzureSignInProvider extends SignInProvider {
  private readonly metadata: ProviderMetadataLoader;
  private readonly strategy: HardenedOidcStrategy;

  constructor(
    @Inject(SIGN_IN_CONFIG) private readonly config: SignInConfig,
    private readonly pending: PendingSignIns,
    private readonly clock: Clock,
  ) {
    super();
    const { issuer, clientId, clientSecret } = config.provider;
    this.metadata = new ProviderMetadataLoader({ issuer });
    const options = {
      clientID: clientId,
      clientSecret,
      responseType: 'code',
      responseMode: 'query',
      redirectUrl: `${config.publicOrigin}${signInPaths.callback}`,
      allowHttpForRedirectUrl: !isSecure(config),
      validateIssuer: true,
      isB2C: false,
      passReqToCallback: false,
      scope: ['openid', 'profile', 'email'],
      nonceLifetime: PENDING_LIFETIME,
      nonceMaxAmount: MOST_PENDING,
      clockSkew: 60,
      loggingLevel: 'error',
      loggingNoPII: true,
    } as const;
    this.strategy = new HardenedOidcStrategy({ ...options, scope: [...options.scope] }, this.metadata, issuer);
  }

  async begin({ request, response }: Exchange, { returnTo, selectAccount = false }: BeginOptions): Promise<string> {
    const verifier = randomBytes(32).toString('base64url');
    const library: Record<string, unknown> = {};
    const outcome = await runStrategy(this.strategy, library, null, {
      ...(selectAccount ? { prompt: 'select_account' } : {}),
      extraAuthReqQueryParams: {
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      },
    });
    if (outcome.kind !== 'redirect') throw new SignInRefused('provider-unavailable', detailOf(outcome));
    const state = new URL(outcome.url).searchParams.get('state') ?? '';
    this.pending.remember(request, response, { state, verifier, returnTo, library });
    return this.forBrowser(outcome.url);
  }

  async complete({ request, response }: Exchange): Promise<CompletedSignIn> {
    const callback = readCallbackParameters(request.query, this.config.provider.issuer);
    if (!callback) throw new SignInRefused('malformed-callback');
    const pending = await this.pending.take(request, response, callback.state);
    if (!pending) throw new SignInRefused('unknown-state');
    const outcome = await runStrategy(this.strategy, pending.library, callback, {
      extraTokenReqQueryParams: { code_verifier: pending.verifier },
    });
    if (outcome.kind !== 'success') throw new SignInRefused(reasonFor(outcome, callback), detailOf(outcome));
    const { tenantId, clientId } = this.config.provider;
    const rules = { tenantId, clientId, appRoles: this.config.appRoles };
    const verdict = checkClaims(outcome.claims, rules, this.clock.now());
    if (verdict.kind === 'refused') throw new SignInRefused(verdict.reason, verdict.detail);
    if (verdict.kind === 'no-role') throw new NoRole();
    return { claims: verdict.claims, returnTo: pending.returnTo };
  }

  async endSessionUrl(): Promise<string> {
    const back = `${this.config.publicOrigin}${signInPaths.signedOut}`;
    try {
      const url = new URL((await this.metadata.current()).endSessionEndpoint);
      url.searchParams.set('client_id', this.config.provider.clientId);
      url.searchParams.set('post_logout_redirect_uri', back);
      return this.forBrowser(url.href);
    } catch {
      // Our own session is gone either way; the tenant's cannot be reached now.
      return back;
    }
  }

  private forBrowser(url: string): string {
    const leg = this.config.provider.browserLeg;
    return leg && url.startsWith(`${leg.from}/`) ? `${leg.to}${url.slice(leg.from.length)}` : url;
  }
}

type Unsuccessful = Exclude<Awaited<ReturnType<typeof runStrategy>>, { kind: 'success' }>;

const detailOf = (outcome: Unsuccessful | { kind: 'success' }): string =>
  'message' in outcome ? `${outcome.kind}: ${outcome.message}` : outcome.kind;

/** The library tells its failures apart by their wording only; it is pinned to the letter, so the wording holds. */
function reasonFor(outcome: Unsuccessful, callback: CallbackParameters): SignInFailureReason {
  if (outcome.kind !== 'failure') return 'provider-unavailable';
  if (/metadata/.test(outcome.message)) return 'provider-unavailable';
  if (/state/.test(outcome.message)) return 'unknown-state';
  if ('error' in callback) return callback.error === 'access_denied' ? 'cancelled' : 'provider-refused';
  return /redeem|token response/.test(outcome.message) ? 'code-refused' : 'token-refused';
}
