import { Component, inject } from '@angular/core';
import { asksForFeedback, isThereFromTheStart, type PlainPlace, siteNameOf } from '@malspar/site-model';
import { headingIsPlanText, headingOf, trailOf } from './headings.js';
import { CONTEXT } from './page-context.js';
import { AccessibilityPage } from './pages/accessibility.js';
import { AboutPage } from './pages/about.js';
import { ArchivePage } from './pages/archive.js';
import { AreaPage } from './pages/area.js';
import { ComparePage } from './pages/compare.js';
import { DifferencePage } from './pages/difference.js';
import { EmbedPage } from './pages/embed.js';
import { FeedbackPage } from './pages/feedback.js';
import { HomePage } from './pages/home.js';
import { OpenDataPage } from './pages/open-data.js';
import { PlanPage } from './pages/plan.js';
import { PublishedPage } from './pages/published.js';
import { ReportPage } from './pages/report.js';
import { SearchPage } from './pages/search.js';
import { SiteMapPage } from './pages/site-map.js';
import { TargetPage } from './pages/target.js';
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

/** What is around every page: skip link, name, menu, where one is, contact and last change. */
@Component({
  selector: 'ms-public-site',
  imports: [
    AboutPage,
    AccessibilityPage,
    ArchivePage,
    AreaPage,
    ComparePage,
    DifferencePage,
    Documents,
    EmbedPage,
    FeedbackPage,
    FeedbackQuestion,
    HomePage,
    OpenDataPage,
    PlanPage,
    PublishedList,
    PublishedPage,
    ReportPage,
    SearchPage,
    SiteMapPage,
    Sentence,
    TargetPage,
    VerifyPage,
    WordsPage,
  ],
  templateUrl: './public-site-page.html',
})
export class PublicSitePage {
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly page = this.context.page;
  protected readonly name = siteNameOf(this.page);
  protected readonly menu = this.#leadingSomewhere(MENU);
  protected readonly foot = this.#leadingSomewhere(FOOT);
  protected readonly trail = trailOf(this.context);
  protected readonly heading = headingOf(this.context);
  protected readonly headingLanguage = headingIsPlanText(this.page) ? this.context.planLanguage : null;
  protected readonly asks = asksForFeedback(this.page);
  /** The same page in the other language; a page that is not there leads to the first one. */
  protected readonly otherPlace = this.page.place.at === 'not-found' ? { at: 'home' as const } : this.page.place;

  /** In the menu: this page, or one that it lies below; everything lies below the first. */
  protected current(at: PlainPlace): 'page' | 'true' | null {
    if (this.page.place.at === at) return 'page';
    return at !== 'home' && this.trail.some(({ place }) => place.at === at) ? 'true' : null;
  }

  #leadingSomewhere<At extends PlainPlace>(places: readonly At[]): readonly At[] {
    return this.page.plan ? places : places.filter(isThereFromTheStart);
  }
}
