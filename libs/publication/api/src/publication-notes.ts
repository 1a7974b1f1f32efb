import type { Words } from '@malspar/figures-model';
import type { PublicationNote } from '@malspar/publication-model';

/** A note of a kind's own, with its words. */
export type KindNote = PublicationNote & { readonly text: Words };

/** A note of a kind's own, about one part of what is published, or about the whole. */
export const kindNote = (
  code: PublicationNote['code'],
  text: Words,
  { areaSlug = null, period = null, params = {}, ...more }: Partial<Omit<PublicationNote, 'code' | 'text'>> = {},
): KindNote => ({ code, text, areaSlug, period, params, ...more });

const publicationNote = (code: PublicationNote['code']): PublicationNote => ({
  ...{ code, areaSlug: null, period: null, params: {} },
});

/** There is no compiler for the platform. */
export const NO_PDF = publicationNote('no_pdf');
/** The new version would say what the newest one says. */
export const NOTHING_NEW = publicationNote('nothing_new');
export const REASON_MISSING = publicationNote('correction_reason_missing');
export const PERIOD_NOT_OVER = publicationNote('period_not_over');
