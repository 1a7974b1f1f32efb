import type { Request, Response } from 'express';
import type { Stored } from './stored.js';

/** How long an answer may be kept. What can get a line about a newer version is asked for again. */
export const CACHE = {
  current: 'public, max-age=300, stale-while-revalidate=86400',
  fixed: 'public, max-age=31536000, immutable',
} as const;

const policyFor = (mediaType: string): string =>
  [
    "default-src 'none'",
    // A page has one script, which only makes its charts easier to walk; nothing else may run anything.
    ...(mediaType.startsWith('text/html') ? ["script-src 'self'"] : []),
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

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
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.status(status).set({
    'Content-Type': stored.mediaType,
    'Content-Security-Policy': policyFor(stored.mediaType),
    'Cache-Control': cache,
    ETag: `"${stored.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set('Content-Length', String(bytes.length));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
