import { NgComponentOutlet } from '@angular/common';
import { Component, inject, InjectionToken } from '@angular/core';
import { asksForFeedback, leadsSomewhere, type PlainPlace, siteNameOf } from '@malspar/site-model';
import { headingOf, trailOf } from './headings.js';
import type { DrawnPage } from './kind-pages.js';
import { PAGE_CONTEXT } from './page-context.js';
import { AccessibilityPage } from './pages/accessibility.js';
import { DifferencePage } from './pages/difference.js';
import { FeedbackPage } from './pages/feedback.js';
import { OpenDataPage } from './pages/open-data.js';
import { PublishedPage } from './pages/published.js';
import { SearchPage } from './pages/search.js';
import { VerifyPage } from './pages/verify.js';
import { WordsPage } from './pages/words.js';
import { Documents } from './parts/documents.js';
import { FeedbackQuestion } from './parts/feedback-question.js';
import { Sentence } from './parts/marks.js';
import { PublishedList } from './parts/published-list.js';

const MENU = ['home', 'plan', 'archive', 'about'] as const satisfies readonly PlainPlace[];
const FOOT = [
  'verify',
  'open-data',
  'embed',
  'accessibility',
  'privacy',
  'glossary',
  'site-map',
] as const satisfies readonly PlainPlace[];

/** The page as its kind draws it; null for the site's own pages. */
export const DRAWN = new InjectionToken<DrawnPage | null>('drawn page');

/** What is around every page: skip link, name, menu, where one is, contact and last change. */
@Component({
  selector: 'ms-public-site',
  imports: [
    AccessibilityPage,
    DifferencePage,
    Documents,
    FeedbackPage,
    FeedbackQuestion,
    NgComponentOutlet,
    OpenDataPage,
    PublishedList,
    PublishedPage,
    SearchPage,
    Sentence,
    VerifyPage,
    WordsPage,
  ],
  templateUrl: './public-site-page.html',
})
export class PublicSitePage {
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly drawn = inject(DRAWN);
  protected readonly t = this.context.texts;
  protected readonly page = this.context.page;
  protected readonly name = siteNameOf(this.page);
  protected readonly menu = this.#leadingSomewhere(MENU);
  protected readonly foot = this.#leadingSomewhere(FOOT);
  protected readonly inputs = { ...this.drawn?.inputs };
  protected readonly trail = trailOf(this.context, this.drawn);
  protected readonly heading = headingOf(this.context, this.drawn);
  protected readonly headingLanguage = this.drawn?.headingIsPlanText ? this.context.planLanguage : null;
  protected readonly isSearched = leadsSomewhere(this.page, 'search');
  protected readonly asks = asksForFeedback(this.page);
  /** The same page in the other language; a page that is not there leads to the first one. */
  protected readonly otherPlace = this.page.place.at === 'not-found' ? { at: 'home' as const } : this.page.place;

  /** In the menu: this page, or one that it lies below; everything lies below the first. */
  protected current(at: PlainPlace): 'page' | 'true' | null {
    if (this.page.place.at === at) return 'page';
    return at !== 'home' && this.trail.some(({ place }) => place.at === at) ? 'true' : null;
  }

  #leadingSomewhere<At extends PlainPlace>(places: readonly At[]): readonly At[] {
    return places.filter((at) => leadsSomewhere(this.page, at));
  }
}
