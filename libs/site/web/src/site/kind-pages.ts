import type { Type } from '@angular/core';
import type { OwnContent, PageFrame, PublicPlace, SiteWords } from '@malspar/site-model';
import type { Texts } from './i18n/sv.js';
import type { PageContext } from './page-context.js';

/** A page on the way to another one. */
export interface Step {
  readonly place: PublicPlace;
  readonly text: string;
  /** Whether the text is the plan's words. */
  readonly isPlanText?: boolean;
}

/** A page as its kind draws it. */
export interface DrawnPage {
  readonly component: Type<unknown>;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What the page is called, in its title and at the end of its trail. */
  readonly heading: string;
  /** Whether that is the plan's words alone. */
  readonly headingIsPlanText: boolean;
  /** The pages above it, from the first page down. */
  readonly trail: readonly Step[];
  /** What the page is about, in a sentence; null where that is what the site is about. */
  readonly description: string | null;
}

/** The pages that a kind of publication draws itself, rather than leaving them to the site. */
export interface KindPages {
  /** The name of the kind. */
  readonly contentKind: string;
  draw(page: PageFrame & OwnContent, context: PageContext): DrawnPage;
  /** What says above a frozen page what no longer holds on it, from the page's `overtaken`. */
  readonly overtaken: Type<unknown>;
  /** What its pages at the frame's places say, to be searched. */
  searchable(texts: Texts): SiteWords['pages'];
}
