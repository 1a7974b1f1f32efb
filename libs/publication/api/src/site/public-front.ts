import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from './page-language.js';
import type { PublicSiteService } from './public-site.service.js';
import { headersFor, headersOf, usualHeaders } from './send-stored.js';
import type { SiteAnswer } from './site-pages.js';
import type { Stored } from './stored.js';

type Encoding = 'br' | 'gzip' | 'identity';

/** Encodings without a weight, as browsers and most others write them. */
const PLAIN_ENCODINGS = /^[a-z, ]*$/;
const PLAIN_PATH = /^\/[\w./~-]*$/;

/**
 * Answers at once what is at hand in memory and asked for in the usual way, with the very answer that
 * `publicSiteHandler` would give, and says whether it did. `always` stands on every answer. What is asked for in any
 * other way (conditions, weights, escapes, parts) is left to that handler: here is only what is fast.
 */
export function publicSiteFront(
  site: Pick<PublicSiteService, 'atHand'>,
  always: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  // Gone when the bytes are.
  const prepared = new WeakMap<Stored, Map<string, string[]>>();

  const preparedFor = ({ stored, cache }: SiteAnswer, path: string, encoding: Encoding, bytes: Buffer): string[] => {
    const language = languageOf(path);
    const key = `${encoding} ${cache} ${language}`;
    const known = prepared.get(stored) ?? new Map<string, string[]>();
    prepared.set(stored, known);
    let headers = known.get(key);
    if (!headers) {
      const all = {
        ...always,
        ...headersOf(stored, encoding, cache, usualHeaders(stored)),
        'Content-Language': language,
        'Content-Length': String(bytes.length),
      };
      known.set(key, (headers = Object.entries(all).flat()));
    }
    return headers;
  };

  return (request, response) => {
    const { method, url = '' } = request;
    if ((method !== 'GET' && method !== 'HEAD') || !PLAIN_PATH.test(url)) return false;
    const { 'accept-encoding': encodings = '', 'if-none-match': tag, 'if-modified-since': since } = request.headers;
    if (tag !== undefined || since !== undefined || !PLAIN_ENCODINGS.test(encodings)) return false;
    const answer = site.atHand(url);
    if (!answer || headersFor(url)) return false;
    const { stored } = answer;
    const encoding =
      stored.br && /\bbr\b/.test(encodings) ? 'br' : stored.gzip && /\bgzip\b/.test(encodings) ? 'gzip' : 'identity';
    const bytes = stored[encoding] ?? stored.identity;
    response.writeHead(200, preparedFor(answer, url, encoding, bytes));
    response.end(method === 'HEAD' ? undefined : bytes);
    return true;
  };
}
