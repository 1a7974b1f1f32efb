import { type PlainPlace, surroundings } from '@malspar/site-model';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Allowance, type AllowanceLimits } from './allowance.js';
import { livePage } from './live-page.js';
import type { PublicSiteService } from './public-site.service.js';

const LIMITS: AllowanceLimits = { perMinute: 60, bySecond: 20 };

/** Answers what can be asked on the pages of the kinds themselves, as each of them says. */
export function askedHandler(service: PublicSiteService, limits: AllowanceLimits = LIMITS): RequestHandler {
  const handlers = new Map<string, RequestHandler>();

  /** Made when first asked for: kinds are added before anything is served. */
  const handlerAt = (kindName: string, at: PlainPlace, names: readonly string[]): RequestHandler => {
    const key = `${kindName} ${at}`;
    const known = handlers.get(key);
    if (known) return known;
    const handler = livePage(service, {
      at,
      method: 'GET',
      names,
      allowance: new Allowance(limits),
      isThere: (site) => site.kinds.some(({ kind }) => kind.name === kindName),
      respond: ({ site, query }) => {
        const own = site.kinds.find(({ kind }) => kind.name === kindName);
        const page = own?.kind.asked?.find((each) => each.at === at);
        if (!own || !page) return Promise.reject(new Error(`Nothing answers ${at}`));
        return Promise.resolve(page.respond(own.published, query, surroundings(site, own)));
      },
    });
    handlers.set(key, handler);
    return handler;
  };

  return (request: Request, response: Response, next: NextFunction): void => {
    const asked = service.kinds.all.flatMap(({ name, asked: pages = [] }) =>
      pages.map(({ at, names }) => handlerAt(name, at, names)),
    );
    const pass = (nth: number): void => {
      const handler = asked[nth];
      if (handler) void handler(request, response, (error?: unknown) => (error ? next(error) : pass(nth + 1)));
      else next();
    };
    pass(0);
  };
}
