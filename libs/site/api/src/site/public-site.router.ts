import { sendFailure } from '@malspar/shared-api';
import { publicPath } from '@malspar/site-model';
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { languageOf } from './page-language.js';
import type { PublicSiteService } from './public-site.service.js';
import { sendDocument } from '../additions/send-document.js';
import { CACHE, headersFor, sendStored } from '../stored/send-stored.js';
import { canonicalPath, movedTo } from './site-path.js';

/** What belongs to others on the same origin. */
const ELSEWHERE = ['api', 'app', 'auth', 'health', 'public'] as const;
const MISSING = publicPath({ at: 'not-found' }, 'sv');
/** What others frame, or try to. */
const FRAMED = /^\/(?:en\/)?badda-in\/[^/]+\/./;
const FRAMED_MISSING = publicPath({ at: 'embedded-missing' }, 'sv');
const FILE = /^\/rapporter\/([\w-]{4,7})\/v(\d{1,7})\/filer\/([a-z0-9][a-z0-9.-]{0,120})$/;

/**
 * Serves the public site. Everything below `ELSEWHERE` is passed on; what else is unknown gets the site's own 404.
 * `live` are asked first: they answer what cannot be made beforehand, and pass on everything else.
 */
export function publicSiteHandler(site: PublicSiteService, live: readonly RequestHandler[] = []): RequestHandler {
  const others = new Set<string>(ELSEWHERE);
  const router = Router();
  for (const handler of live) router.use(handler);
  router.use((request: Request, response: Response, next: NextFunction): void => {
    const [, first = ''] = request.path.split('/');
    if (others.has(first) || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    serve(site, request, response).catch((error: unknown) => sendFailure(request, response, error));
  });
  return router;
}

async function serve(site: PublicSiteService, request: Request, response: Response): Promise<void> {
  const elsewhere = movedTo(request.path);
  if (elsewhere !== null) {
    const query = /\?.*$/s.exec(request.originalUrl)?.[0] ?? '';
    response.set('Cache-Control', CACHE.current).redirect(301, elsewhere + query);
    return;
  }
  const path = canonicalPath(request.path);
  const file = path && FILE.exec(path);
  if (file) {
    const [, period = '', version = '', name = ''] = file;
    const stored = await site.file(period, Number(version), name);
    if (stored) {
      response.set('Content-Disposition', `attachment; filename="${name}"`);
      sendStored(request, response, stored, CACHE.fixed);
      return;
    }
  }
  const document = path?.startsWith('/dokument/') ? await site.document(path) : null;
  if (document) {
    sendDocument(request, response, document);
    return;
  }
  const answer = path && (await site.answer(path));
  if (answer && !path.endsWith(MISSING)) {
    response.set('Content-Language', languageOf(path));
    sendStored(request, response, answer.stored, answer.cache, 200, headersFor(path));
    return;
  }
  // In another website's frame a page that may not be framed is only the browser's refusal.
  const place = FRAMED.test(request.path) ? FRAMED_MISSING : MISSING;
  const missing = await site.answer((languageOf(request.path) === 'en' ? '/en' : '') + place);
  if (missing) sendStored(request, response, missing.stored, 'no-cache', 404, headersFor(place));
  else response.status(404).end();
}
