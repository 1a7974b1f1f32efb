import type { Language } from '@malspar/shared-charts';
import type { PeriodCode } from '@malspar/shared-model';

/** A page of the public site, said without language. */
export type PublicPlace =
  | { readonly at: PlainPlace }
  | { readonly at: 'area'; readonly slug: string }
  | { readonly at: 'target'; readonly code: string }
  /** `version` null: whichever is the newest. */
  | { readonly at: 'report'; readonly period: PeriodCode; readonly version: number | null }
  /** What a version changed in the one before it. */
  | { readonly at: 'correction'; readonly period: PeriodCode; readonly version: number }
  /** What differs from the same period a year before. */
  | { readonly at: 'comparison'; readonly period: PeriodCode };

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
  | 'not-found';

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
};

/** Where a page is, from the root of the site: `/rapporter/2024-Q3/v2`, in English `/en/rapporter/2024-Q3/v2`. */
export function publicPath(place: PublicPlace, language: Language): string {
  const path = (language === 'sv' ? '' : `/${language}`) + pathOf(place);
  return path === '' ? '/' : path;
}

function pathOf(place: PublicPlace): string {
  switch (place.at) {
    case 'area':
      return `/malomraden/${encodeURIComponent(place.slug)}`;
    case 'target':
      return `/mal/${encodeURIComponent(place.code)}`;
    case 'report':
      return `/rapporter/${place.period}${place.version === null ? '' : `/v${place.version}`}`;
    case 'correction':
      return `/rapporter/${place.period}/v${place.version}/andringar`;
    case 'comparison':
      return `/rapporter/${place.period}/mot-aret-innan`;
    default:
      return PLAIN[place.at];
  }
}

/** Where a file of a published version is; the same in every language. */
export const publicFilePath = (period: PeriodCode, version: number, name: string): string =>
  `/rapporter/${period}/v${version}/filer/${encodeURIComponent(name)}`;
