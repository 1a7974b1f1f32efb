import type { Language } from '@malspar/figures-model';
import type { PeriodCode } from '@malspar/shared-model';

/** A page of the public site, said without language. */
export type PublicPlace =
  | { readonly at: PlainPlace }
  /** A version of a registered kind, whose addresses begin with `root`; `version` null: whichever is the newest. */
  | { readonly at: 'published'; readonly root: string; readonly period: PeriodCode; readonly version: number | null }
  /** What a version changed in the one before it. */
  | { readonly at: 'published-changes'; readonly root: string; readonly period: PeriodCode; readonly version: number }
  /** A page of a kind's own, with its path below the site's root, already encoded: `/mal/R1`. */
  | { readonly at: 'own'; readonly path: string }
  | LivePlace
  /** What is framed where what was asked for is not there. */
  | { readonly at: 'embedded-missing' }
  /** What follows on an answer to whether a page helped; `receipt` says which answer. */
  | { readonly at: 'thanks'; readonly receipt: string | null };

/** A page that answers what somebody asks. */
type LivePlace =
  | { readonly at: 'found'; readonly query: string; readonly group: string | null }
  | { readonly at: 'verified'; readonly sha256: string };

/** Pages of which there is one. */
export type PlainPlace =
  | 'home'
  | 'plan'
  | 'archive'
  | 'about'
  | 'accessibility'
  | 'privacy'
  | 'glossary'
  | 'open-data'
  | 'site-map'
  | 'not-found'
  | 'search'
  | 'verify'
  | 'compare'
  | 'embed';

const PLAIN: Readonly<Record<PlainPlace, string>> = {
  home: '',
  plan: '/plan',
  archive: '/rapporter',
  about: '/om-siffrorna',
  accessibility: '/tillganglighet',
  privacy: '/kakor',
  glossary: '/ordlista',
  'open-data': '/oppna-data',
  'site-map': '/webbkarta',
  'not-found': '/finns-inte',
  search: '/sok',
  verify: '/kontrollera',
  compare: '/jamfor',
  embed: '/badda-in',
};

/** Where a page is, from the root of the site: `/rapporter/2024-Q3/v2`, in English `/en/rapporter/2024-Q3/v2`. */
export function publicPath(place: PublicPlace, language: Language): string {
  const path = (language === 'sv' ? '' : `/${language}`) + pathOf(place);
  return path === '' ? '/' : path;
}

function pathOf(place: PublicPlace): string {
  switch (place.at) {
    case 'own':
      return place.path;
    case 'published':
      return `/${place.root}/${place.period}${place.version === null ? '' : `/v${place.version}`}`;
    case 'published-changes':
      return `/${place.root}/${place.period}/v${place.version}/andringar`;
    case 'found':
      return askingPath('search', { q: place.query, visa: place.group });
    case 'verified':
      return askingPath('verify', { sha256: place.sha256 });
    case 'embedded-missing':
      return `${PLAIN.embed}/finns-inte`;
    case 'thanks':
      return `/tack${place.receipt === null ? '' : `?kvitto=${encodeURIComponent(place.receipt)}`}`;
    default:
      return PLAIN[place.at];
  }
}

/** The path of something asked on one of the site's pages, from the root; what is null is not asked. */
export const askingPath = (at: PlainPlace, given: Readonly<Record<string, string | null>>): string =>
  `${PLAIN[at]}?${Object.entries(given)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')}`;

/** The path of something that others frame, from the root; `of`: what it is and which. */
export const framedPath = (what: string, of: string): string => `${PLAIN.embed}/${what}/${encodeURIComponent(of)}`;

/** First parts of addresses that are the site's own, or those of others on the same origin. */
const TAKEN: ReadonlySet<string> = new Set([
  ...Object.values(PLAIN).flatMap((path) => (path === PLAIN.archive ? [] : [path.slice(1)])),
  ...['tack', 'tyck-till', 'dokument', 'assets', 'sv', 'en', 'api', 'app', 'auth', 'health', 'public'],
]);

/** Whether a kind of publication may have its pages below `/root`. */
export const isFreeRoot = (root: string): boolean => /^[a-z][a-z-]{1,40}$/.test(root) && !TAKEN.has(root);

/** Where a file of a published version is; the same in every language. */
export const publicFilePath = (root: string, period: PeriodCode, version: number, name: string): string =>
  `/${root}/${period}/v${version}/filer/${encodeURIComponent(name)}`;

/** The element that others show our figures with: whichever is the newest, and one that never changes. */
export const EMBED_MODULE = { newest: '/badda-in/malspar.js', fixed: '/badda-in/v1/malspar.js' } as const;
/** What tells a framing page how high a framed one is. */
export const EMBED_HEIGHT_MODULE = '/badda-in/hojd.js';
