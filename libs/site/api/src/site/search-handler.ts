import type { Language } from '@malspar/figures-model';
import {
  LONGEST_QUERY,
  type PublicSite,
  search,
  type SearchGroup,
  searchGroups,
  type SearchIndex,
  searchIndex,
  tidyQuery,
} from '@malspar/site-model';
import type { RequestHandler } from 'express';
import { Allowance, type AllowanceLimits } from './allowance.js';
import { around, type Asked, type LiveResponse, livePage } from './live-page.js';
import type { PublicSiteService } from './public-site.service.js';

const LIMITS: AllowanceLimits = { perMinute: 120, bySecond: 40 };

/** Answers `/sok?q=…`: what is published and has every word. What is published is made ready to be searched once. */
export function searchHandler(service: PublicSiteService, limits: AllowanceLimits = LIMITS): RequestHandler {
  const indexes = new WeakMap<PublicSite, Map<Language, Promise<SearchIndex>>>();
  const indexOf = (site: PublicSite, language: Language): Promise<SearchIndex> => {
    const known = indexes.get(site) ?? new Map<Language, Promise<SearchIndex>>();
    indexes.set(site, known);
    const index = known.get(language) ?? service.words(language).then((words) => searchIndex(site, words, language));
    known.set(language, index);
    index.catch(() => known.delete(language));
    return index;
  };

  const respond = async ({ site, language, query: asked }: Asked): Promise<LiveResponse> => {
    const query = tidyQuery(asked.get('q') ?? '');
    const only = groupOf(asked.get('visa'));
    // Counted as people count: a letter that takes two units is one.
    const tooLong = [...query].length > LONGEST_QUERY;
    const shown = tooLong ? [...query].slice(0, LONGEST_QUERY).join('') : query;
    const result = tooLong ? null : search(await indexOf(site, language), query, only);
    return {
      page: {
        kind: 'search',
        place: query === '' ? { at: 'search' } : { at: 'found', query: shown, group: only },
        asked: { query: shown, only, result },
        ...around(site),
      },
      status: tooLong ? 400 : 200,
    };
  };
  return livePage(service, {
    at: 'search',
    method: 'GET',
    names: ['q'],
    allowance: new Allowance(limits),
    respond,
  });
}

const groupOf = (text: string | null): SearchGroup | null => searchGroups.find((group) => group === text) ?? null;
