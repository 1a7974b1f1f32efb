import { NotFound, sendFailure, sendProblem } from '@malspar/shared-api';
import { OPEN_DATA_ROOT } from '@malspar/site-model';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { PublicSiteService } from './public-site.service.js';
import { sendable, sendStored } from '../stored/send-stored.js';
import { canonicalPath } from './site-path.js';
import { openDataProblem } from '../open-data/open-data-problem.js';

const METHODS = 'GET, HEAD, OPTIONS';

/**
 * Serves the open data: everything below `/public`, whoever asks. Stands before sessions and reads neither cookies nor
 * bodies, so that the answer to a person who is signed in is the answer to everybody.
 */
export function openDataHandler(site: Pick<PublicSiteService, 'openData'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!/^\/public(\/|$)/i.test(request.path)) {
      next();
      return;
    }
    openToAll(response);
    if (request.method === 'OPTIONS') {
      response.status(204).set({
        Allow: METHODS,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match, Traceparent',
        'Access-Control-Max-Age': '86400',
      });
      response.end();
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', METHODS);
      sendProblem(request, response, openDataProblem({ status: 405 }));
    } else {
      serve(site, request, response).catch((error: unknown) =>
        sendFailure(request, response, error, openDataProblem(error)),
      );
    }
  };
}

/** Pages and programs on other origins may read the answers: there is nothing in them that everybody may not see. */
function openToAll(response: Response): void {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Content-Disposition',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

async function serve(site: Pick<PublicSiteService, 'openData'>, request: Request, response: Response): Promise<void> {
  const path = plainPath(request.path);
  const found = path === null ? null : await site.openData(path, request.query);
  if (!found) throw new NotFound();
  if (!request.acceptsEncodings('br', 'gzip', 'identity')) {
    sendProblem(request, response, openDataProblem({ status: 406 }));
    return;
  }
  if (found.fileName) response.set('Content-Disposition', `attachment; filename="${found.fileName}"`);
  sendStored(request, response, sendable(found.stored, found.cache));
}

/** The path in lower case, as addresses are written; null when it cannot be read. */
const plainPath = (path: string): string | null =>
  path === `${OPEN_DATA_ROOT}/` ? OPEN_DATA_ROOT : canonicalPath(path, (segment) => segment.toLowerCase());
