import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import type { Stored } from './stored.js';

/** How long an answer may be kept. What a publication may change is asked for again each time. */
export const CACHE = {
  current: 'public, no-cache',
  fixed: 'public, max-age=31536000, immutable',
} as const;

const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  // No page of the site asks for anything; what judges pages from within them asks for robots.txt.
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};
const written = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

const PAGE_POLICY = { ...POLICY, 'script-src': "'self'" };

type Headers = Readonly<Record<string, string>>;

/** What every page of the public site is sent with. One with charts has a script that makes them easier to walk. */
const HEADERS: Headers = {
  'Content-Security-Policy': written(PAGE_POLICY),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** What a preview is sent with: as the page will be, but the app may show it in a frame. */
export const framedByTheApp = {
  ...HEADERS,
  'Content-Security-Policy': written({ ...PAGE_POLICY, 'frame-ancestors': "'self'" }),
  'X-Frame-Options': 'SAMEORIGIN',
} as const;

/** What everything else is sent with: nothing in it may run anything. */
const FILE_HEADERS: Headers = { ...HEADERS, 'Content-Security-Policy': written(POLICY) };
/** What a page is sent with that other websites may frame; it tells them its height, and nothing else. */
const EMBEDDED: Headers = {
  'Content-Security-Policy': written({
    ...POLICY,
    'script-src': "'self'",
    'form-action': "'none'",
    'frame-ancestors': '*',
  }),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
/** The one page that frames others: our own, to show what it looks like. */
const FRAMING: Headers = {
  ...HEADERS,
  'Content-Security-Policy': written({ ...POLICY, 'script-src': "'self'", 'frame-src': "'self'" }),
};
/** A script that everybody may load. */
export const EMBED_MODULE_HEADERS: Headers = {
  ...HEADERS,
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** The headers of a page that is not like others; undefined for all others. Only these addresses may be framed. */
export function headersFor(path: string): Headers | undefined {
  if (/^(?:\/en)?\/badda-in\/(?:[a-z-]+\/[^/]+|finns-inte)$/.test(path)) return EMBEDDED;
  return /^(?:\/en)?\/badda-in$/.test(path) ? FRAMING : undefined;
}

/** The headers of what is like others of its kind. */
export const usualHeaders = ({ mediaType }: Stored): Headers =>
  mediaType.startsWith('text/html') ? HEADERS : FILE_HEADERS;

const ENCODINGS = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Stored bytes, and what stands on a response with them: names and values in turn, but for their length. */
export interface Sendable {
  readonly stored: Stored;
  readonly headers: Readonly<Record<Encoding, readonly string[]>>;
}

/** Readies stored bytes to be sent: once for many requests, where they are the same for all. */
export function sendable(stored: Stored, cache: string, headers = usualHeaders(stored)): Sendable {
  const written = (encoding: Encoding): string[] =>
    Object.entries({
      ...headers,
      'Content-Type': stored.mediaType,
      'Cache-Control': cache,
      ETag: tagOf(stored, encoding),
      Vary: 'Accept-Encoding',
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    }).flat();
  return { stored, headers: { br: written('br'), gzip: written('gzip'), identity: written('identity') } };
}

const tagOf = ({ hash }: Stored, encoding: Encoding): string =>
  `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;

/** So many ways of asking for an encoding are remembered; browsers have a handful. */
const WAYS = 100;
const ways = new Map<string, readonly Encoding[]>();

/** What may be sent, the smallest first: browsers name them all, in an order that means nothing. */
function acceptable(request: IncomingMessage): readonly Encoding[] {
  const asked = request.headers['accept-encoding'] ?? '';
  const known = ways.get(asked);
  if (known) return known;
  const negotiator = new Negotiator(request);
  const found = ENCODINGS.filter((encoding) => negotiator.encodings([encoding]).length > 0);
  if (ways.size < WAYS) ways.set(asked, found);
  return found;
}

/**
 * Answers GET and HEAD with stored bytes: the best encoding, one strong tag for each, 304 when it is there already.
 * Needs nothing of Express, which may not have been asked yet.
 */
export function sendStored(
  request: IncomingMessage,
  response: ServerResponse,
  { stored, headers }: Sendable,
  status = 200,
): void {
  const encoding = acceptable(request).find((each) => stored[each]);
  if (!encoding) {
    const available = ENCODINGS.filter((each) => stored[each]);
    response.writeHead(406, { 'Content-Type': 'text/plain; charset=utf-8', Vary: 'Accept-Encoding' });
    response.end(`${available.join(', ')}\n`);
    return;
  }
  const bytes = stored[encoding] ?? stored.identity;
  // Somebody before us may have set it.
  if (response.hasHeader('X-Frame-Options') && !headers[encoding].includes('X-Frame-Options')) {
    response.removeHeader('X-Frame-Options');
  }
  if (status === 200 && isThere(request, tagOf(stored, encoding))) {
    response.writeHead(304, [...headers[encoding]]).end();
    return;
  }
  response.writeHead(status, [...headers[encoding], 'Content-Length', String(bytes.length)]);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Whether who asks has these very bytes. */
const isThere = ({ headers }: IncomingMessage, etag: string): boolean =>
  (headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined) && fresh(headers, { etag });

/** Answers with a page that was made for this request alone: nobody keeps it. */
export function sendLive(request: Request, response: Response, html: string, status = 200): void {
  response
    .status(status)
    .set({ ...HEADERS, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(request.method === 'HEAD' ? undefined : html);
}
