import type { PeriodCode } from '@malspar/shared-model';
import { askingPath, framedPath, type PublicPlace } from '@malspar/site-model';

/** The first part of the addresses of reports. */
export const REPORTS_ROOT = 'rapporter';
/** First parts of the addresses of what reports are about. */
export const REPORT_ROOTS = { area: 'malomraden', target: 'mal' } as const;

/** A page of the environmental report's, or any other of the site. */
export type ReportPlace =
  | PublicPlace
  | { readonly at: 'area'; readonly slug: string }
  | { readonly at: 'target'; readonly code: string }
  /** `version` null: whichever is the newest. */
  | { readonly at: 'report'; readonly period: PeriodCode; readonly version: number | null }
  /** What a version changed in the one before it. */
  | { readonly at: 'correction'; readonly period: PeriodCode; readonly version: number }
  /** What differs from the same period a year before. */
  | { readonly at: 'comparison'; readonly period: PeriodCode }
  | { readonly at: 'compared'; readonly from: string; readonly till: string }
  /** A figure or an area alone, to be framed by others. */
  | { readonly at: 'embedded-target'; readonly code: string }
  | { readonly at: 'embedded-area'; readonly slug: string };

/** Where a page of the report's is, as the site knows it. */
export function reportPlace(place: ReportPlace): PublicPlace {
  switch (place.at) {
    case 'area':
      return own(`/${REPORT_ROOTS.area}/${encodeURIComponent(place.slug)}`);
    case 'target':
      return own(`/${REPORT_ROOTS.target}/${encodeURIComponent(place.code)}`);
    case 'report':
      return { ...place, at: 'published', root: REPORTS_ROOT };
    case 'correction':
      return { ...place, at: 'published-changes', root: REPORTS_ROOT };
    case 'comparison':
      return own(`/${REPORTS_ROOT}/${place.period}/mot-aret-innan`);
    case 'compared':
      return own(askingPath('compare', { fran: place.from, till: place.till }));
    case 'embedded-target':
      return own(framedPath('mal', place.code));
    case 'embedded-area':
      return own(framedPath('malomrade', place.slug));
    default:
      return place;
  }
}

const own = (path: string): PublicPlace => ({ at: 'own', path });
