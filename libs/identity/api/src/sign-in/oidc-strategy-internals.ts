import { OIDCStrategy } from 'passport-azure-ad';

/*
 * The parts of passport-azure-ad 4.3.5 that its types leave out and that we override. They are private there, which is
 * why the version is pinned to the letter.
 */

export type Next = (error?: unknown) => void;

/** What the strategy has gathered about one callback. */
export interface StrategyParameters {
  code?: string;
  id_token?: string;
  access_token?: string;
  cachekey: string;
  metadata: {
    oidc?: {
      algorithms: string[];
      issuer: string;
      authorization_endpoint: string;
      token_endpoint: string;
      keys: readonly { readonly kid: string }[];
    };
    fetch(done: Next): void;
  };
}

export interface TokenResponse {
  readonly id_token: string;
  readonly access_token?: string;
  readonly token_type?: string;
}

export interface StrategyRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly session: object;
}

export interface StrategyOptions {
  readonly prompt?: string;
  readonly extraAuthReqQueryParams?: Readonly<Record<string, string>>;
  readonly extraTokenReqQueryParams?: Readonly<Record<string, string>>;
}

type ClaimsCallback = (claimsText: string, claims: Record<string, unknown>) => void;
export type TokenCallback = (error: unknown, response?: TokenResponse) => void;

/** The strategy with its inner methods, and the actions that are laid over it for each request. */
export interface OidcStrategyInternals {
  authenticate(request: StrategyRequest, options?: StrategyOptions): void;
  collectInfoFromReq(parameters: StrategyParameters, request: StrategyRequest, next: Next, response?: unknown): void;
  _getAccessTokenBySecretOrAssertion(code: string, config: object, next: Next, callback: TokenCallback): void;
  _idTokenHandler(
    parameters: StrategyParameters,
    rules: object,
    request: StrategyRequest,
    next: Next,
    callback: ClaimsCallback,
  ): void;
  success(user: unknown): void;
  fail(challenge: unknown): void;
  redirect(url: string): void;
  error(error: unknown): void;
}
export type { ClaimsCallback };

export interface OidcStrategyOptions {
  readonly identityMetadata: string;
  readonly clientID: string;
  readonly clientSecret: string;
  readonly responseType: 'code';
  readonly responseMode: 'query';
  readonly redirectUrl: string;
  readonly allowHttpForRedirectUrl: boolean;
  readonly validateIssuer: true;
  readonly isB2C: false;
  readonly passReqToCallback: false;
  readonly scope: string[];
  readonly nonceLifetime: number;
  readonly nonceMaxAmount: number;
  readonly clockSkew: number;
  readonly loggingLevel: 'error';
  readonly loggingNoPII: true;
}

type Verify = (
  profile: { readonly _json?: unknown },
  done: (error: unknown, user?: unknown, info?: unknown) => void,
) => void;

type OidcStrategyConstructor = new (options: OidcStrategyOptions, verify: Verify) => OidcStrategyInternals;

/** The inner methods that are overridden: the library itself has to have them. */
const OVERRIDDEN = ['collectInfoFromReq', '_getAccessTokenBySecretOrAssertion', '_idTokenHandler'];

const hasInnerMethods = (strategy: unknown): strategy is OidcStrategyConstructor =>
  typeof strategy === 'function' &&
  OVERRIDDEN.every((name) => typeof Reflect.get(Object(strategy.prototype), name) === 'function');

function withInnerMethods(strategy: unknown): OidcStrategyConstructor {
  if (!hasInnerMethods(strategy)) throw new Error('passport-azure-ad is not the version that is hardened here.');
  return strategy;
}

/** `OIDCStrategy` of passport-azure-ad, typed with its inner methods. */
export const OidcStrategyBase = withInnerMethods(OIDCStrategy);
