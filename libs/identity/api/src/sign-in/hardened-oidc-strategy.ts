import { type CallbackParameters } from './callback-parameters.js';
import {
  type ClaimsCallback,
  type Next,
  OidcStrategyBase,
  type OidcStrategyOptions,
  type StrategyOptions,
  type StrategyParameters,
  type StrategyRequest,
  type TokenResponse,
  type TokenCallback,
} from './oidc-strategy-internals.js';
import type { ProviderMetadata, ProviderMetadataLoader } from './provider-metadata.js';

const UNAVAILABLE = 'metadata unavailable';

/** Runs the callback for the first call only: the library's own sequencer throws on a second. */
function once<A extends unknown[]>(callback: (...given: A) => void): (...given: A) => void {
  let called = false;
  return (...given) => {
    if (called) return;
    called = true;
    callback(...given);
  };
}

/** The token's header if it is one we can judge: a signed JSON object with the one algorithm and a key id. */
function readableHeader(token: string): { kid: string } | null {
  try {
    const parts = token.split('.');
    const [header, payload] = parts.slice(0, 2).map((part): unknown => JSON.parse(fromBase64Url(part)));
    if (parts.length !== 3 || !isRecord(header) || !isRecord(payload)) return null;
    const { alg, typ, kid } = header;
    return alg === 'RS256' && typ === 'JWT' && typeof kid === 'string' ? { kid } : null;
  } catch {
    return null;
  }
}
const fromBase64Url = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isTokenResponse(tokens: unknown): tokens is TokenResponse {
  if (!isRecord(tokens) || typeof tokens['id_token'] !== 'string') return false;
  return [tokens['access_token'], tokens['token_type']].every((v) => v === undefined || typeof v === 'string');
}

/**
 * passport-azure-ad's strategy, without the ways to crash it. It sees nothing of a request but the parameters it is
 * given; it never loads metadata itself; every response of the provider is judged before the library touches it; and
 * whatever the library throws ends the one sign-in, not the process.
 */
export class HardenedOidcStrategy extends OidcStrategyBase {
  constructor(
    options: Omit<OidcStrategyOptions, 'identityMetadata'>,
    private readonly metadataLoader: ProviderMetadataLoader,
    issuer: string,
  ) {
    super({ ...options, identityMetadata: `${issuer}/.well-known/openid-configuration` }, (profile, done) =>
      done(null, profile._json),
    );
  }

  /** `callback` is null when a sign-in begins. */
  start(session: object, callback: CallbackParameters | null, options: StrategyOptions): void {
    try {
      super.authenticate({ query: { ...callback }, session }, options);
    } catch (error) {
      this.error(error);
    }
  }

  override collectInfoFromReq(
    parameters: StrategyParameters,
    request: StrategyRequest,
    next: Next,
    response?: unknown,
  ): void {
    const goOn = once(next);
    const withMetadata = (metadata: ProviderMetadata): void =>
      super.collectInfoFromReq(
        parameters,
        request,
        (error) => {
          if (!error) useMetadata(parameters, metadata);
          goOn(error);
        },
        response,
      );
    this.metadataLoader
      .current()
      .then(withMetadata, () => goOn(new Error(UNAVAILABLE)))
      .catch((error: unknown) => this.error(error));
  }

  override _getAccessTokenBySecretOrAssertion(code: string, config: object, next: Next, callback: TokenCallback): void {
    const goOn = once((error: unknown, tokens: unknown) => {
      try {
        if (error) callback(new Error('redeem failed'));
        else if (isTokenResponse(tokens)) callback(null, tokens);
        else next(new Error('unreadable token response'));
      } catch (thrown) {
        this.error(thrown);
      }
    });
    super._getAccessTokenBySecretOrAssertion(code, config, once(next), goOn);
  }

  override _idTokenHandler(
    parameters: StrategyParameters,
    rules: object,
    request: StrategyRequest,
    next: Next,
    callback: ClaimsCallback,
  ): void {
    const header = readableHeader(parameters.id_token ?? '');
    if (!header) return next(new Error('unreadable id token'));
    const goOn = once(next);
    const judge = (): void => super._idTokenHandler(parameters, rules, request, goOn, callback);
    if (parameters.metadata.oidc?.keys.some((key) => key.kid === header.kid)) return judge();
    this.metadataLoader
      .refreshed()
      .then(
        (metadata) => {
          useMetadata(parameters, metadata);
          judge();
        },
        () => goOn(new Error(UNAVAILABLE)),
      )
      .catch((error: unknown) => this.error(error));
  }
}

/** Puts our document where the library looks for its own; the cache key keeps its cache from serving an older one. */
function useMetadata(parameters: StrategyParameters, metadata: ProviderMetadata): void {
  parameters.cachekey = `${metadata.issuer}#${metadata.generation}`;
  parameters.metadata.oidc = {
    algorithms: ['RS256'],
    issuer: metadata.issuer,
    authorization_endpoint: metadata.authorizationEndpoint,
    token_endpoint: metadata.tokenEndpoint,
    keys: metadata.keys,
  };
  parameters.metadata.fetch = (done) => done();
}
