import type { Request, Response } from 'express';
import type { Stored } from './stored.js';

/** How long an answer may be kept. What can get a line about a newer version is asked for again. */
export const CACHE = {
  current: 'public, max-age=300, stale-while-revalidate=86400',
  fixed: 'public, max-age=31536000, immutable',
} as const;

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  // No page of the site asks for anything; what judges pages from within them asks for robots.txt.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What stands on every answer of the public site, whoever sends it. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

type Encoding = 'br' | 'gzip' | 'identity';

/** What stands on an answer with these bytes, but for their length. */
export const headersOf = (stored: Stored, encoding: Encoding, cache: string): Record<string, string> => ({
  ...ALWAYS,
  'Content-Type': stored.mediaType,
  'Cache-Control': cache,
  ETag: `"${stored.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`,
  Vary: 'Accept-Encoding',
  ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
});

/** Answers GET and HEAD with stored bytes: the best encoding, one strong tag for each, 304 when it is there already. */
export function sendStored(request: Request, response: Response, stored: Stored, cache: string, status = 200): void {
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
  response.status(status).set(headersOf(stored, encoding, cache));
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set('Content-Length', String(bytes.length));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
