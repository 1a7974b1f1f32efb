import { enableProdMode, ErrorHandler, provideZonelessChangeDetection, type Type } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import type { Language } from '@malspar/figures-model';
import { withoutBidiControls } from '@malspar/shared-model';
import type { PublicPage, SiteWords } from '@malspar/site-model';
import { chartScriptOf, documentOf, type PageAssets } from './document.js';
import { PAGE_CONTEXT, PageContext } from './page-context.js';
import { EmbeddedMissing } from './embedded-missing.js';
import type { DrawnPage, KindPages } from './kind-pages.js';
import { isFramed, scriptOf } from './page-scripts.js';
import { DRAWN, PublicSitePage } from './public-site-page.js';
import { searchableWords } from './searchable-words.js';

export interface RenderOptions {
  readonly language: Language;
  /** Of the public site, without a slash at its end: for canonical links. */
  readonly origin: string;
  readonly assets: PageAssets;
}

// In development mode each page would be told so on the console, and its text would differ.
enableProdMode();

const HOST = 'pages.invalid';

/** What makes the text of the site's pages: its own and those of the kinds that draw theirs. */
export class SitePagesRenderer {
  readonly #kinds: ReadonlyMap<string, KindPages>;

  constructor(kinds: readonly KindPages[]) {
    this.#kinds = new Map(kinds.map((kind) => [kind.contentKind, kind]));
  }

  /**
   * One page as a whole document, with all that it needs but stylesheet and fonts. The same page gives the same text,
   * whatever else is rendered meanwhile. Throws `AggregateError` when a component fails and `Error` when the outcome has
   * something in it that a public page may not have: half a page is never returned.
   */
  async renderPage(page: PublicPage, { language, origin, assets }: RenderOptions): Promise<string> {
    const context = new PageContext(withoutBidiControls(page), language, origin);
    const drawn = this.#drawn(context);
    const rendered = await renderComponent(
      componentOf(page, drawn),
      context,
      documentOf(context, drawn, assets),
      drawn,
    );
    const html = demandClean(rendered, scriptOf(page));
    // Pages to be framed have a script already, and a page has but one.
    const isWalkable = html.includes('<ms-chart') && !isFramed(page);
    return isWalkable ? html.replace('</head>', () => `${chartScriptOf(context, assets)}</head>`) : html;
  }

  /**
   * What is said above a frozen page of what no longer holds on it, as a piece of a document. Throws `AggregateError`
   * when a component fails.
   */
  async renderOvertaken(page: PublicPage, { language, origin }: RenderOptions): Promise<string> {
    const html = await renderComponent(
      this.#pagesOf(page.frozen?.contentKind).overtaken,
      new PageContext(withoutBidiControls(page), language, origin),
      `<!doctype html><html lang="${language}"><head></head><body><ms-overtaken></ms-overtaken></body></html>`,
    );
    const banner = /<aside[\s\S]*<\/aside>/.exec(html)?.[0];
    if (banner === undefined || FORBIDDEN.test(banner)) throw new Error('The line above a page holds what it may not');
    return banner;
  }

  /** What the site's own pages say, to be searched. */
  searchableWords(language: Language): SiteWords {
    return searchableWords(language, [...this.#kinds.values()]);
  }

  #drawn(context: PageContext): DrawnPage | null {
    const { page } = context;
    return page.kind === 'own' ? this.#pagesOf(page.contentKind).draw(page, context) : null;
  }

  #pagesOf(contentKind = ''): KindPages {
    const pages = this.#kinds.get(contentKind);
    if (pages) return pages;
    throw new Error(
      `The kind ${contentKind} draws pages of its own: hand them to siteRenderer, where the shell makes it.`,
    );
  }
}

/** The renderer of the site with the kinds that draw pages of their own. */
export const siteRenderer = (kinds: readonly KindPages[]): SitePagesRenderer => new SitePagesRenderer(kinds);

/** A page that others frame is nothing but its component; all others stand within the site's frame. */
function componentOf(page: PublicPage, drawn: DrawnPage | null): Type<unknown> {
  if (page.kind === 'embedded-missing') return EmbeddedMissing;
  return drawn && isFramed(page) ? drawn.component : PublicSitePage;
}

/** Throws `AggregateError` when a component fails. */
async function renderComponent(
  component: Type<unknown>,
  context: PageContext,
  document: string,
  drawn: DrawnPage | null = null,
): Promise<string> {
  const errors: unknown[] = [];
  const providers = [
    provideZonelessChangeDetection(),
    provideServerRendering(),
    { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
    { provide: PAGE_CONTEXT, useValue: context },
    { provide: DRAWN, useValue: drawn },
  ];
  const rendered = await renderApplication(
    (bootstrap: BootstrapContext) => bootstrapApplication(component, { providers }, bootstrap),
    { document, url: `https://${HOST}/`, allowedHosts: [HOST] },
  );
  if (errors.length > 0) throw new AggregateError(errors, 'The page could not be rendered');
  return withoutTraces(rendered);
}

/** Without what the framework leaves for itself. Only within tags: in a text these signs would be somebody's words. */
const withoutTraces = (html: string): string =>
  html.replaceAll('<!---->', '').replace(/<ms-public-site [^>]*>/, '<ms-public-site>');

const FORBIDDEN = /<script|<style|<[a-z][^>]* style="|<[a-z][^>]* on[a-z]+="/i;

function demandClean(html: string, script: string): string {
  const found = FORBIDDEN.exec(script === '' ? html : html.replace(script, ''));
  if (found) throw new Error(`A public page holds what it may not: ${found[0]}`);
  const headings = html.split('<h1').length - 1;
  if (headings !== 1) throw new Error(`A public page has one main heading, not ${headings}`);
  return html;
}
