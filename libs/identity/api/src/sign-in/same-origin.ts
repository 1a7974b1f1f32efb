import { DomainError, sendProblem } from '@malspar/shared-api';
import type { RequestHandler } from 'express';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** 403: a write that did not come from our own pages. */
class CrossSiteWrite extends DomainError {
  constructor() {
    super({
      type: 'cross-site-write',
      status: 403,
      title: 'Begäran kom inte från Målspårs egna sidor.',
      titleEn: 'The request did not come from the pages of Målspår.',
    });
  }
}

/**
 * Refuses every write that a browser does not vouch for as ours, by `Origin` or `Sec-Fetch-Site`; if it sends both,
 * both must agree. A request with neither is refused too: every browser we support sends at least one of them.
 */
export function sameOrigin(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (READS.has(request.method)) return next();
    const origin = request.headers.origin;
    const site = request.headers['sec-fetch-site'];
    const vouched = origin !== undefined || site !== undefined;
    const ours = (origin ?? publicOrigin) === publicOrigin && (site ?? 'same-origin') === 'same-origin';
    if (vouched && ours) return next();
    sendProblem(request, response, new CrossSiteWrite().problem);
  };
}
