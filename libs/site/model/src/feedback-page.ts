import type { Language } from '@malspar/figures-model';
import { publicPath } from './public-address.js';
import { isAsked, type PublicPage } from './public-page.js';
import { publicPages } from './public-pages.js';
import type { PublicSite } from './public-site.js';

/**
 * Why an answer or a comment was not taken. `cross-site`: sent from another website. `already`: something else was
 * written to the same answer before. `away`: the database does not answer.
 */
export type FeedbackRefusal =
  'malformed' | 'unknown-page' | 'cross-site' | 'too-large' | 'too-long' | 'too-many' | 'expired' | 'already' | 'away';

/** What a comment should not have in it. */
export type PersonalKind = 'e-mail' | 'identity-number' | 'phone';

/** What the page after an answer says. */
export interface FeedbackOutcome {
  /** `voted`: yes or no is stored. `commented`: the comment too. `nothing`: nobody has voted. */
  readonly said: 'voted' | 'commented' | 'nothing' | FeedbackRefusal;
  /** What was taken out of the comment. */
  readonly masked: readonly PersonalKind[];
  /** Says which answer it is about; null when there is none. */
  readonly receipt: string | null;
  /** What has been written so far, and whether it can be sent from here; null where there is nothing to write. */
  readonly words: { readonly text: string; readonly canSend: boolean } | null;
  /** The page that the answer is about; null when it is not known. */
  readonly back: string | null;
}

/** Where yes and no are sent. */
export const feedbackAddress = (language: Language): string => (language === 'sv' ? '' : `/${language}`) + '/tyck-till';

/** What follows on a question, or says that something is not there. */
const SILENT: ReadonlySet<PublicPage['kind']> = new Set([
  'nothing-yet',
  'not-found',
  'too-many',
  'embedded-missing',
  'feedback',
]);

/** Whether the page asks if it helped. Answers to somebody's question are not asked about: there are too many. */
export const asksForFeedback = (page: PublicPage): boolean =>
  !SILENT.has(page.kind) && page.isFramed !== true && !isAsked(page);

/** A page that can be answered about. `path`: its Swedish address, the same whatever the language. */
export interface AskingPage {
  readonly path: string;
  readonly language: Language;
}

/** Every page of the site that asks, by its address in either language. */
export function askingPages(site: PublicSite | null): Map<string, AskingPage> {
  const languages: readonly Language[] = ['sv', 'en'];
  return new Map(
    publicPages(site)
      .filter(asksForFeedback)
      .flatMap(({ place }) =>
        languages.map(
          (language) => [publicPath(place, language), { path: publicPath(place, 'sv'), language }] as const,
        ),
      ),
  );
}
