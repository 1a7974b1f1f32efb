import { randomBytes } from 'node:crypto';
import https from 'node:https';
import { distrustInThisProcess, makeLocalCertificates, trustInThisProcess } from './certificates.mjs';
import { makeOidcProvider } from './oidc.mjs';
import { errorPage, pickerPage } from './pages.mjs';
import { objectIdOf, personByKey } from './people.mjs';
import { makeSigningKey } from './signing-keys.mjs';
import { chooseLanguage } from './texts.mjs';

export { objectIdOf, people } from './people.mjs';

/** The demo tenant: the same on every machine, so that people entered beforehand are found at sign-in. */
export const tenantId = '6f1d3a52-8c0e-4b7a-9d55-2f0c7a1e4b90';
const clientId = 'c2a9e0d4-51b7-4f3e-8a6c-90d1f7b3e825';
const mountPath = '/demo-idp';
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/**
 * @typedef {import('node:http').IncomingMessage & {originalUrl?: string, body?: unknown}} Request
 * @typedef {import('node:http').ServerResponse} Response
 *
 * @typedef {object} Registration  What the tenant knows about the application.
 * @property {string} issuer
 * @property {string} tenantId
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {string} redirectUri
 * @property {string} postLogoutRedirectUri
 * @property {string} mountPath
 * @property {string} startUrl  Where a person starts over.
 *
 * @typedef {object} Knobs  Misbehaviour for tests; all absent in ordinary use.
 * @property {Record<string, unknown>} [claims]  Laid over the account's claims.
 * @property {(claims: Record<string, unknown>) => Record<string, unknown> | void} [mutate]  Changes the id token's claims.
 * @property {Record<string, unknown>} [header]  Laid over the id token's header.
 * @property {(claims: Record<string, unknown>, header: Record<string, unknown>, key: import('./signing-keys.mjs').SigningKey) => string | Promise<string>} [sign]
 * @property {(body: any) => unknown} [tokenResponse]  Replaces the token endpoint's response.
 * @property {(request: Request, response: Response, url: URL) => boolean} [intercept]  Answers a back-channel request itself.
 */

/** @param {string} publicOrigin @param {string | undefined} environment */
function refuseOutsideDemo(publicOrigin, environment) {
  if (environment === 'production') {
    throw new Error(
      'The demo identity provider lets anybody in as anybody: it does not start when NODE_ENV=production.',
    );
  }
  const { hostname } = new URL(publicOrigin);
  if (!LOCAL.includes(hostname)) {
    throw new Error(`The demo identity provider starts only on localhost, 127.0.0.1 or [::1], not on ${hostname}.`);
  }
}

/** A page from elsewhere whose name has been pointed at this machine (DNS rebinding) still sends that name. */
function isForThisMachine(/** @type {Request} */ { headers: { host = '' } }) {
  return LOCAL.includes(host.replace(/:\d{1,5}$/, '').toLowerCase());
}

/** @param {Response} response @param {import('./pages.mjs').Page} page */
function send(response, page) {
  response.writeHead(page.status, page.headers);
  response.end(page.body);
}

/** @param {Request} request */
async function readForm(request) {
  if (request.body && typeof request.body === 'object') return new URLSearchParams(/** @type {any} */ (request.body));
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 2048) throw new Error('form too large');
  }
  return new URLSearchParams(text);
}

/** Fixes scheme and host whatever the caller says, so that every address the provider makes is the registered one. */
function pinOrigin(request, origin) {
  const { protocol, host } = new URL(origin);
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  request.headers['x-forwarded-host'] = host;
}

/**
 * Starts the demo tenant. Browsers reach it through the application's own origin (`browserHandler`, mounted under
 * `/demo-idp`); the application reaches it over https on a port of its own, trusted in this process only.
 * @param {{publicOrigin: string, backChannelPort?: number, callbackPath?: string, postLogoutPath?: string, environment?: string, knobs?: Knobs}} options
 */
export async function startDemoIdentityProvider({
  publicOrigin,
  backChannelPort = 0,
  callbackPath = '/auth/callback',
  postLogoutPath = '/app/utloggad',
  environment = process.env.NODE_ENV,
  knobs = {},
}) {
  refuseOutsideDemo(publicOrigin, environment);
  const [certificates, firstKey] = await Promise.all([makeLocalCertificates(), makeSigningKey()]);
  const keys = [firstKey];
  /** @type {(request: Request, response: Response) => void} */
  let serveBackChannel = (_request, response) => void response.writeHead(503).end();
  const server = https.createServer({ key: certificates.key, cert: certificates.cert }, (request, response) => {
    if (isForThisMachine(request)) serveBackChannel(request, response);
    else response.writeHead(421).end();
  });
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen(backChannelPort, '127.0.0.1', () => resolve(undefined)),
  );
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const backChannelOrigin = `https://localhost:${port}`;
  const prefix = `/${tenantId}/v2.0`;
  /** @type {Registration} */
  const registration = {
    issuer: `${backChannelOrigin}${prefix}`,
    tenantId,
    clientId,
    clientSecret: randomBytes(24).toString('base64url'),
    redirectUri: `${publicOrigin}${callbackPath}`,
    postLogoutRedirectUri: `${publicOrigin}${postLogoutPath}`,
    mountPath,
    startUrl: `${publicOrigin}/`,
  };
  const provider = makeOidcProvider(registration, keys, knobs);
  const serveProtocol = provider.callback();

  serveBackChannel = (request, response) => {
    const url = new URL(request.url ?? '/', backChannelOrigin);
    if (knobs.intercept?.(request, response, url)) return;
    const route = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : '';
    const known = ['/.well-known/openid-configuration', '/discovery/v2.0/keys', '/oauth2/v2.0/token'];
    if (!known.includes(route)) return void response.writeHead(404).end();
    pinOrigin(request, backChannelOrigin);
    request.originalUrl = request.url;
    request.url = `${route}${url.search}`;
    serveProtocol(request, response);
  };

  /** @param {Request} request @param {Response} response @param {URL} url */
  async function servePicker(request, response, url) {
    const language = chooseLanguage(url.searchParams.get('lang'), request.headers['accept-language']);
    const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!interaction || url.pathname !== `${mountPath}/account/${interaction.uid}`) {
      return send(response, errorPage({ language, status: 400, startOver: registration.startUrl }));
    }
    if (request.method !== 'POST') return send(response, pickerPage({ language, action: url.pathname }));
    const form = await readForm(request);
    const person = personByKey(form.get('person'));
    if (!person && !form.has('cancel')) return send(response, pickerPage({ language, action: url.pathname }));
    const result = person
      ? { login: { accountId: objectIdOf(person.key) }, select_account: {} }
      : { error: 'access_denied', error_description: 'The person cancelled the sign-in.' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  /** @param {Request} request @param {Response} response */
  async function browserHandler(request, response) {
    if (!isForThisMachine(request)) return void response.writeHead(421).end();
    const whole = request.originalUrl ?? request.url ?? '/';
    const url = new URL(whole, publicOrigin);
    const language = chooseLanguage(undefined, request.headers['accept-language']);
    try {
      pinOrigin(request, publicOrigin);
      if (url.pathname.startsWith(`${mountPath}/account/`)) return await servePicker(request, response, url);
      const mounted = `${mountPath}${prefix}`;
      if (!url.pathname.startsWith(`${mounted}/oauth2/v2.0/`)) {
        return send(response, errorPage({ language, status: 404, startOver: registration.startUrl }));
      }
      request.originalUrl = whole;
      request.url = whole.slice(mounted.length);
      await serveProtocol(request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else send(response, errorPage({ language, status: 500, startOver: registration.startUrl }));
    }
  }

  trustInThisProcess(certificates.caCert);
  return {
    issuer: registration.issuer,
    metadataUrl: `${registration.issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret: registration.clientSecret,
    tenantId,
    caCert: certificates.caCert,
    mountPath,
    /** Addresses the provider advertises begin with `from`; the browser must be sent to `to` instead. */
    browserLeg: { from: backChannelOrigin, to: `${publicOrigin}${mountPath}` },
    browserHandler,
    knobs,
    /** Signs with a new key and forgets the old ones, as a tenant does in an emergency. */
    async rotateKeys() {
      keys.splice(0, keys.length, await makeSigningKey());
    },
    signingKey: () => /** @type {import('./signing-keys.mjs').SigningKey} */ (keys.at(-1)),
    async stop() {
      distrustInThisProcess(certificates.caCert);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
