import type { Language } from '@malspar/figures-model';
import type { OpenLicense, PublicPage, SiteWords } from '@malspar/site-model';

interface RenderOptions {
  readonly language: Language;
  readonly origin: string;
  readonly assets: { readonly stylesheet: string; readonly script: string; readonly fonts: readonly string[] };
}

/** What makes a page's text; `@malspar/site-web/site` is one. */
export interface SiteRenderer {
  renderPage(page: PublicPage, options: RenderOptions): Promise<string>;
  /** What is said above a frozen page of what no longer holds on it. */
  renderOvertaken(page: PublicPage, options: RenderOptions): Promise<string>;
  /** What the site's own pages say, to be searched. */
  searchableWords(language: Language): SiteWords;
}

/** How the public site is set up. */
export interface SiteOptions {
  /** Of the site as the public knows it, without a slash at its end; null where no page is ever made. */
  readonly origin: string | null;
  /** Loaded when the first page is wanted. */
  readonly renderer: () => Promise<SiteRenderer>;
  /** On what terms the open data may be used; null or absent while the publisher has not said. */
  readonly license?: OpenLicense | null;
}

export const SITE_OPTIONS = Symbol('public site options');
export const LANGUAGES: readonly Language[] = ['sv', 'en'];
