import type { Language } from '@malspar/figures-model';
import { networkOf, sendFailure } from '@malspar/shared-api';
import {
  type PlainPlace,
  type PublicPage,
  publicPath,
  type PublicSite,
  type SiteFrame,
  siteFrame,
} from '@malspar/site-model';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Allowance } from './allowance.js';
import type { PublicSiteService } from './public-site.service.js';
import { sendLive } from '../stored/send-stored.js';
import { LANGUAGES } from './site-renderer.js';
import { withoutEndSlashes } from './site-path.js';

/** What somebody asks the public site. */
export interface Asked {
  readonly site: PublicSite;
  readonly language: Language;
  readonly query: URLSearchParams;
  readonly request: Request;
  readonly response: Response;
}

export interface LiveResponse {
  readonly page: PublicPage;
  readonly status: number;
}

/** Where something is asked, how much may be asked there, and what is answered. */
export interface LivePage {
  readonly at: PlainPlace;
  readonly method: 'GET' | 'POST';
  /** The names by which something is asked in the address; without any of them the page is the stored one. */
  readonly names?: readonly string[];
  readonly allowance: Allowance;
  /** Whether the site has what is asked about; everything of the site has, unless it says otherwise. */
  readonly isThere?: (site: PublicSite) => boolean;
  /** Null when the visitor has gone: there is nobody to answer. */
  readonly respond: (asked: Asked) => Promise<LiveResponse | null>;
}

/** Answers one place with pages made for the one who asks, in both languages; passes on everything else. */
export function livePage(service: PublicSiteService, live: LivePage): RequestHandler {
  const refusals = new WeakMap<PublicSite, Map<Language, Promise<string>>>();
  const paths = new Map(LANGUAGES.map((language) => [publicPath({ at: live.at }, language), language]));

  const refuse = async ({ site, language, request, response }: Asked, wait: number): Promise<void> => {
    const known = refusals.get(site) ?? new Map<Language, Promise<string>>();
    refusals.set(site, known);
    // Made once: to refuse must cost less than to answer.
    const html = known.get(language) ?? service.page(tooMany(site), language);
    known.set(language, html);
    html.catch(() => known.delete(language));
    response.set('Retry-After', String(wait));
    if (live.method === 'POST') response.set('Connection', 'close');
    sendLive(request, response, await html, 429);
  };

  const serve = async (asked: Asked): Promise<void> => {
    const { language, request, response } = asked;
    const wait = await live.allowance.take(networkOf(request.ip));
    if (wait > 0) return refuse(asked, wait);
    const made = await live.respond(asked);
    if (!made) return;
    const html = await service.page(made.page, language);
    response.set('Content-Language', language);
    sendLive(request, response, html, made.status);
  };

  return (request: Request, response: Response, next: NextFunction): void => {
    const language = paths.get(withoutEndSlashes(request.path));
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (!language || method !== live.method) {
      next();
      return;
    }
    const query = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
    if (live.names && !live.names.some((name) => query.has(name))) {
      next();
      return;
    }
    service
      .site()
      .then((site) =>
        site && (live.isThere?.(site) ?? true) ? serve({ site, language, query, request, response }) : next(),
      )
      .catch((error: unknown) => sendFailure(request, response, error));
  };
}

/** What stands around a page that is made for one request. */
export const around = (site: PublicSite): SiteFrame => ({ ...siteFrame(site), changedOn: null });

const tooMany = (site: PublicSite): PublicPage => ({ kind: 'too-many', place: { at: 'home' }, ...around(site) });
