import type { PublicationNote } from '@malspar/publication-model';

/** A note about one part of what is published, or about the whole. */
export const publicationNote = (
  code: PublicationNote['code'],
  place: Partial<Pick<PublicationNote, 'areaSlug' | 'period'>> = {},
  params: PublicationNote['params'] = {},
): PublicationNote => ({ code, areaSlug: place.areaSlug ?? null, period: place.period ?? null, params });

/** There is no compiler for the platform. */
export const NO_PDF = publicationNote('no_pdf');
/** The new version would say what the newest one says. */
export const NOTHING_NEW = publicationNote('nothing_new');
export const REASON_MISSING = publicationNote('correction_reason_missing');
export const PERIOD_NOT_OVER = publicationNote('period_not_over');
