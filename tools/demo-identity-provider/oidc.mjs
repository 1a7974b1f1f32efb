import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { interactionPolicy, Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { errorPage, signOutPage } from './pages.mjs';
import { objectIdOf, personByObjectId } from './people.mjs';
import { publicJwk, signIdToken } from './signing-keys.mjs';
import { chooseLanguage } from './texts.mjs';

/** In memory on purpose: what the demo tenant remembers is gone when the application stops. */
class DemoStore extends MemoryAdapter {}

const azureClaims = ['sub', 'oid', 'tid', 'ver', 'preferred_username', 'name', 'roles', 'groups', 'sid'];
const overageClaims = ['_claim_names', '_claim_sources'];

/** Azure keys a person differently for every client; so does this. @param {string} clientId @param {string} objectId */
const subjectOf = (clientId, objectId) => createHash('sha256').update(`${clientId} ${objectId}`).digest('base64url');

/** @param {import('./provider.mjs').Registration} registration @param {import('./provider.mjs').Knobs} knobs */
function accounts({ tenantId }, knobs) {
  return (/** @type {unknown} */ _context, /** @type {string} */ objectId) => {
    const person = personByObjectId(objectId);
    if (!person) return undefined;
    const claims = () => ({
      sub: objectId,
      oid: objectIdOf(person.key),
      tid: tenantId,
      ver: '2.0',
      preferred_username: person.email,
      name: person.name,
      // Azure AD leaves the claim out, rather than sending an empty list, when no app role is assigned.
      ...(person.roles.length > 0 ? { roles: person.roles } : {}),
      ...knobs.claims,
    });
    return { accountId: objectId, claims };
  };
}

/** Sends one of our pages through the provider's own response. */
function respond(ctx, page) {
  ctx.status = page.status;
  ctx.set(page.headers);
  ctx.body = page.body;
}

const languageOf = (ctx) => chooseLanguage(undefined, ctx.get('accept-language'));

/** The provider's own pages are replaced by ours; its tokens get the header that Azure AD gives them. */
function shapeResponses(keys, knobs) {
  return async (ctx, next) => {
    if (ctx.path.endsWith('/discovery/v2.0/keys')) {
      ctx.body = { keys: keys.map(publicJwk) };
      return;
    }
    await next();
    const route = ctx.oidc?.route;
    const endsSession = (route === 'end_session' || route === 'resume') && ctx.status === 200;
    if (endsSession) {
      const action = ctx.oidc.urlFor('end_session_confirm');
      const secret = ctx.oidc.session.state.secret;
      respond(ctx, signOutPage({ language: languageOf(ctx), action, secret, switching: route === 'resume' }));
    }
    if (route === 'token' && ctx.body?.id_token) ctx.body.id_token = await azureIdToken(ctx.body.id_token, keys, knobs);
    if (route === 'token' && knobs.tokenResponse) ctx.body = knobs.tokenResponse(ctx.body);
  };
}

/** @param {string} idToken @param {import('./signing-keys.mjs').SigningKey[]} keys @param {import('./provider.mjs').Knobs} knobs */
async function azureIdToken(idToken, keys, knobs) {
  const key = keys[keys.length - 1];
  const issued = decodeJwt(idToken);
  const claims = { ...issued, sub: subjectOf(String(issued.aud), String(issued.sub)), nbf: issued.iat };
  const header = { typ: 'JWT', alg: 'RS256', kid: key.kid, ...knobs.header };
  const shaped = knobs.mutate?.(claims) ?? claims;
  return knobs.sign ? knobs.sign(shaped, header, key) : signIdToken(shaped, header, key);
}

function prompts() {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return policy;
}

/** A person picked an account, or nothing is asked beyond sign-in: there is no consent page inside one organisation. */
async function grantEverything(ctx) {
  const grant = new ctx.oidc.provider.Grant({
    clientId: ctx.oidc.client.clientId,
    accountId: ctx.oidc.session.accountId,
  });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

/**
 * An `oidc-provider` that looks like one Azure AD tenant to the application.
 * @param {import('./provider.mjs').Registration} registration
 * @param {import('./signing-keys.mjs').SigningKey[]} keys  The last one signs; all are published.
 * @param {import('./provider.mjs').Knobs} knobs
 */
export function makeOidcProvider(registration, keys, knobs) {
  const provider = new Provider(registration.issuer, {
    adapter: DemoStore,
    jwks: { keys: [keys[0].privateJwk] },
    clients: [
      {
        client_id: registration.clientId,
        client_secret: registration.clientSecret,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [registration.redirectUri],
        post_logout_redirect_uris: [registration.postLogoutRedirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
      },
    ],
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: [...azureClaims, ...overageClaims] },
    scopes: ['openid', 'profile', 'email'],
    findAccount: accounts(registration, knobs),
    loadExistingGrant: grantEverything,
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'malspar-demo', interaction: 'malspar-demo-step', resume: 'malspar-demo-resume' },
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 3600, Interaction: 3600, Session: 36_000, Grant: 36_000 },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
      end_session: '/oauth2/v2.0/logout',
    },
    interactions: {
      policy: prompts(),
      url: (_ctx, interaction) => `${registration.mountPath}/account/${interaction.uid}`,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx) => void (ctx.body = '') },
    },
    renderError: (ctx, out) => {
      const { status } = ctx;
      const startOver = registration.startUrl;
      respond(ctx, errorPage({ language: languageOf(ctx), status, startOver, code: out.error }));
    },
  });
  provider.proxy = true;
  provider.use(shapeResponses(keys, knobs));
  return provider;
}
