import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendFailure } from '@malspar/shared-api';
import { publicPath } from '@malspar/site-model';
import type { Request, RequestHandler, Response } from 'express';
import { languageOf } from './page-language.js';
import type { PublicSiteService } from './public-site.service.js';
import { sendDocument } from '../additions/send-document.js';
import { CACHE, headersFor, type Sendable, sendable, sendStored, usualHeaders } from '../stored/send-stored.js';
import type { SiteResponse } from './site-pages.js';
import { canonicalPath, movedTo } from './site-path.js';

/** What belongs to others on the same origin. */
const ELSEWHERE: ReadonlySet<string> = new Set(['api', 'app', 'auth', 'health', 'public']);
const MISSING = publicPath({ at: 'not-found' }, 'sv');
/** What others frame, or try to. */
const FRAMED = /^\/(?:en\/)?badda-in\/[^/]+\/./;
const FRAMED_MISSING = publicPath({ at: 'embedded-missing' }, 'sv');
const FILE = /^\/([a-z][a-z-]{1,40})\/([\w-]{4,7})\/v(\d{1,7})\/filer\/([a-z0-9][a-z0-9.-]{0,120})$/;

/** What is sent for an address, as long as its bytes are the same. */
interface Readied {
  readonly found: SiteResponse;
  readonly sendable: Sendable;
}

/**
 * Serves the public site: pages, feeds, files and documents. Everything below `ELSEWHERE` is passed on; what else is
 * unknown gets the site's own 404. `always` stands on every response.
 */
export class PublicSiteRouter {
  // Only of paths that there are.
  readonly #ready = new Map<string, Readied>();

  constructor(
    private readonly site: Pick<PublicSiteService, 'found' | 'atHand' | 'document' | 'file'>,
    private readonly always: Readonly<Record<string, string>> = {},
  ) {}

  /**
   * Answers at once what lies in memory, and says whether it did: a published page need not wait for Express, which does
   * more for every request than it needs. The response is the one that `handler` gives; it only comes sooner.
   */
  readonly atOnce = (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const found = this.site.atHand(url);
    if (found) this.#send(request, response, url, found);
    return found !== undefined;
  };

  readonly handler: RequestHandler = (request, response, next) => {
    const [, first = ''] = request.path.split('/');
    if (ELSEWHERE.has(first) || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    this.#serve(request, response).catch((error: unknown) => sendFailure(request, response, error));
  };

  async #serve(request: Request, response: Response): Promise<void> {
    const elsewhere = movedTo(request.path);
    if (elsewhere !== null) {
      const query = /\?.*$/s.exec(request.originalUrl)?.[0] ?? '';
      response.set('Cache-Control', CACHE.current).redirect(301, elsewhere + query);
      return;
    }
    const path = canonicalPath(request.path);
    const file = path && FILE.exec(path);
    if (file) {
      const [, root = '', period = '', version = '', name = ''] = file;
      const stored = await this.site.file(root, period, Number(version), name);
      if (stored) {
        response.set('Content-Disposition', `attachment; filename="${name}"`);
        sendStored(request, response, sendable(stored, CACHE.fixed));
        return;
      }
    }
    const document = path?.startsWith('/dokument/') ? await this.site.document(path) : null;
    if (document) {
      sendDocument(request, response, document);
      return;
    }
    const found = path && !path.endsWith(MISSING) ? await this.site.found(path) : null;
    if (path && found) {
      this.#send(request, response, path, found);
      return;
    }
    // In another website's frame a page that may not be framed is only the browser's refusal.
    const place = FRAMED.test(request.path) ? FRAMED_MISSING : MISSING;
    const missing = await this.site.found((languageOf(request.path) === 'en' ? '/en' : '') + place);
    if (missing) sendStored(request, response, sendable(missing.stored, 'no-cache', headersFor(place)), 404);
    else response.status(404).end();
  }

  #send(request: IncomingMessage, response: ServerResponse, path: string, found: SiteResponse): void {
    const before = this.#ready.get(path);
    if (before?.found.stored === found.stored && before.found.cache === found.cache) {
      sendStored(request, response, before.sendable);
      return;
    }
    const headers = {
      ...this.always,
      ...(headersFor(path) ?? usualHeaders(found.stored)),
      'Content-Language': languageOf(path),
    };
    const ready = { found, sendable: sendable(found.stored, found.cache, headers) };
    this.#ready.set(path, ready);
    sendStored(request, response, ready.sendable);
  }
}
