import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from './page-language.js';
import type { PublicSiteService } from './public-site.service.js';
import { headersFor, headersOf, usualHeaders } from '../stored/send-stored.js';
import type { SiteAnswer } from './site-pages.js';
import type { Stored } from '../stored/stored.js';

type Encoding = 'br' | 'gzip' | 'identity';

/** Encodings without a weight, as browsers and most others write them. */
const PLAIN_ENCODINGS = /^[a-z, ]*$/;
/** So many ways of writing them are remembered; there are a handful. */
const WAYS = 100;

/** What is sent for a path, as long as its bytes are the same. */
interface Prepared {
  readonly stored: Stored;
  readonly cache: string;
  /** As they are written: names and values in turn. */
  readonly headers: Readonly<Record<Encoding, readonly string[]>>;
}

/**
 * Answers at once what is at hand in memory and asked for in the usual way, with the very answer that
 * `publicSiteHandler` would give, and says whether it did. `always` stands on every answer. What is asked for in any
 * other way (conditions, weights, escapes, parts) is left to that handler: here is only what is fast.
 */
export function publicSiteFront(
  site: Pick<PublicSiteService, 'atHand'>,
  always: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  // Only of paths that there are.
  const prepared = new Map<string, Prepared>();
  const ways = new Map<string, Encoding | null>();

  const prepare = (path: string, { stored, cache }: SiteAnswer): Prepared => {
    const written = (encoding: Encoding): string[] =>
      Object.entries({
        ...always,
        ...headersOf(stored, encoding, cache, usualHeaders(stored)),
        'Content-Language': languageOf(path),
        'Content-Length': String((stored[encoding] ?? stored.identity).length),
      }).flat();
    const headers = { br: written('br'), gzip: written('gzip'), identity: written('identity') };
    const made = { stored, cache, headers };
    prepared.set(path, made);
    return made;
  };
  const wanted = (accepted: string): Encoding | null => {
    const known = ways.get(accepted);
    if (known !== undefined) return known;
    const best = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
    const encoding = PLAIN_ENCODINGS.test(accepted) ? best : null;
    if (ways.size < WAYS) ways.set(accepted, encoding);
    return encoding;
  };

  return (request, response) => {
    const { method, url = '', headers } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    if (headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined) return false;
    const encodingWanted = wanted(headers['accept-encoding'] ?? '');
    const answer = encodingWanted && site.atHand(url);
    if (!answer || headersFor(url)) return false;
    const { stored, cache } = answer;
    const before = prepared.get(url);
    const ready = before?.stored === stored && before.cache === cache ? before : prepare(url, answer);
    const encoding = stored[encodingWanted] ? encodingWanted : 'identity';
    response.writeHead(200, ready.headers[encoding] as string[]);
    response.end(method === 'HEAD' ? undefined : (stored[encoding] ?? stored.identity));
    return true;
  };
}
