import type { Request, Response } from 'express';
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
  if (/^(?:\/en)?\/badda-in\/(?:(?:mal|malomrade)\/[^/]+|finns-inte)$/.test(path)) return EMBEDDED;
  return /^(?:\/en)?\/badda-in$/.test(path) ? FRAMING : undefined;
}

/** The headers of what is like others of its kind. */
export const usualHeaders = ({ mediaType }: Stored): Headers =>
  mediaType.startsWith('text/html') ? HEADERS : FILE_HEADERS;

type Encoding = 'br' | 'gzip' | 'identity';

/** What stands on an answer with these bytes, but for their length. */
export const headersOf = (
  stored: Stored,
  encoding: Encoding,
  cache: string,
  headers: Headers,
): Record<string, string> => ({
  ...headers,
  'Content-Type': stored.mediaType,
  'Cache-Control': cache,
  ETag: `"${stored.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`,
  Vary: 'Accept-Encoding',
  ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
});

/** Answers GET and HEAD with stored bytes: the best encoding, one strong tag for each, 304 when it is there already. */
export function sendStored(
  request: Request,
  response: Response,
  stored: Stored,
  cache: string,
  status = 200,
  headers = usualHeaders(stored),
): void {
  response.vary('Accept-Encoding');
  const available = (['br', 'gzip', 'identity'] as const).filter((encoding) => stored[encoding]);
  // The smallest that is acceptable: browsers name them all, in an order that means nothing.
  const encoding = available.find((each) => request.acceptsEncodings(each));
  if (!encoding) {
    response
      .status(406)
      .type('text/plain')
      .send(`${available.join(', ')}\n`);
    return;
  }
  const bytes = stored[encoding] ?? stored.identity;
  // Somebody before us may have set it.
  if (!('X-Frame-Options' in headers)) response.removeHeader('X-Frame-Options');
  response.status(status).set(headersOf(stored, encoding, cache, headers));
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set('Content-Length', String(bytes.length));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Answers with a page that was made for this request alone: nobody keeps it. */
export function sendLive(request: Request, response: Response, html: string, status = 200): void {
  response
    .status(status)
    .set({ ...HEADERS, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(request.method === 'HEAD' ? undefined : html);
}
