import { chooseVersions } from '@malspar/site-model';
import type { RequestHandler } from 'express';
import { Allowance, type AllowanceLimits } from './allowance.js';
import { around, type Asked, type LiveResponse, livePage } from './live-page.js';
import type { PublicSiteService } from './public-site.service.js';

const LIMITS: AllowanceLimits = { perMinute: 60, bySecond: 20 };
/** No code of a version is as long as this. */
const LONGEST = 40;

/** Answers `/jamfor?fran=…&till=…`: what differs between any two published versions. */
export function compareHandler(service: PublicSiteService, limits: AllowanceLimits = LIMITS): RequestHandler {
  const answer = ({ site, query }: Asked): Promise<LiveResponse> => {
    const [from = '', till = ''] = ['fran', 'till'].map((name) => (query.get(name) ?? '').trim().slice(0, LONGEST));
    const asked = chooseVersions(site, from, till);
    return Promise.resolve({
      page: { kind: 'compare', place: { at: 'compared', from, till }, site, asked, ...around(site) },
      status: asked.difference ? 200 : 400,
    });
  };
  return livePage(service, {
    at: 'compare',
    method: 'GET',
    names: ['fran', 'till'],
    allowance: new Allowance(limits),
    answer,
  });
}
