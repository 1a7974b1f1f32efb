import { enableProdMode, ErrorHandler, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import type { PublicPage } from '@malspar/publication-model';
import type { Language } from '@malspar/shared-charts';
import { withoutBidiControls } from '@malspar/shared-model';
import { chartScriptOf, documentOf, type PageAssets } from './document.js';
import { CONTEXT, PageContext } from './page-context.js';
import { EmbeddedPage, isEmbedded } from './embedded-page.js';
import { scriptOf } from './page-scripts.js';
import { PublicSitePage } from './public-site-page.js';

export interface RenderOptions {
  readonly language: Language;
  /** Of the public site, without a slash at its end: for canonical links. */
  readonly origin: string;
  readonly assets: PageAssets;
}

// In development mode each page would be told so on the console, and its text would differ.
enableProdMode();

const HOST = 'site.invalid';

/**
 * One page as a whole document, with all that it needs but stylesheet and fonts. The same page gives the same text,
 * whatever else is rendered meanwhile. Throws `AggregateError` when a component fails and `Error` when the outcome has
 * something in it that a public page may not have: half a page is never returned.
 */
export async function renderPage(page: PublicPage, { language, origin, assets }: RenderOptions): Promise<string> {
  const context = new PageContext(withoutBidiControls(page), language, origin);
  const errors: unknown[] = [];
  const providers = [
    provideZonelessChangeDetection(),
    provideServerRendering(),
    { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
    { provide: CONTEXT, useValue: context },
  ];
  const rendered = await renderApplication(
    (bootstrap: BootstrapContext) =>
      bootstrapApplication(isEmbedded(page) ? EmbeddedPage : PublicSitePage, { providers }, bootstrap),
    { document: documentOf(context, origin, assets), url: `https://${HOST}/`, allowedHosts: [HOST] },
  );
  if (errors.length > 0) throw new AggregateError(errors, 'The page could not be rendered');
  const html = demandClean(withoutTraces(rendered), scriptOf(page));
  // Pages to be framed have a script already, and a page has but one.
  const isWalkable = html.includes('<ms-chart') && !isEmbedded(page);
  return isWalkable ? html.replace('</head>', () => `${chartScriptOf(context, assets)}</head>`) : html;
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
