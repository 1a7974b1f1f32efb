import type { Language } from '@malspar/figures-model';
import { escapeMarkup, isolated } from '@malspar/shared-model';
import { isListed, publicPath, siteNameOf } from '@malspar/site-model';
import { descriptionOf, headingOf } from './headings.js';
import type { DrawnPage } from './kind-pages.js';
import type { PageContext } from './page-context.js';
import { isFramed, scriptOf } from './page-scripts.js';

/** Where a page's stylesheet, fonts and script are. */
export interface PageAssets {
  readonly stylesheet: string;
  /** Lets charts be walked with the keyboard; every page is whole without it. */
  readonly script: string;
  /** Fetched at once, so that the text does not move. */
  readonly fonts: readonly string[];
}

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv_SE', en: 'en_GB' };

/** The document around a page: everything that stands in its head, escaped. */
export function documentOf(context: PageContext, drawn: DrawnPage | null, assets: PageAssets): string {
  const { page, language, origin } = context;
  const heading = headingOf(context, drawn);
  const site = siteNameOf(page);
  const name = site && site.title !== heading ? ` – ${isolated(site.title)}` : '';
  const by = site ? `, ${isolated(site.organisation)}` : '';
  const title = escapeMarkup(isolated(heading) + name + by);
  const description = escapeMarkup(descriptionOf(context, drawn));
  const address = (of: Language): string => escapeMarkup(origin + publicPath(page.canonical ?? page.place, of));
  const isHere =
    page.kind !== 'not-found' &&
    page.kind !== 'embedded-missing' &&
    page.kind !== 'too-many' &&
    page.place.at !== 'thanks';
  const head = [
    '<meta charset="utf-8">',
    `<title>${title}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ...assets.fonts.map(
      (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${escapeMarkup(font)}">`,
    ),
    `<link rel="stylesheet" href="${escapeMarkup(assets.stylesheet)}">`,
    '<link rel="icon" href="data:,">',
    ...(isHere
      ? [
          `<meta name="description" content="${description}">`,
          `<link rel="canonical" href="${address(language)}">`,
          `<link rel="alternate" hreflang="sv" href="${address('sv')}">`,
          `<link rel="alternate" hreflang="en" href="${address('en')}">`,
          `<link rel="alternate" hreflang="x-default" href="${address('sv')}">`,
          `<meta property="og:type" content="${page.isArticle === true ? 'article' : 'website'}">`,
          `<meta property="og:title" content="${title}">`,
          `<meta property="og:description" content="${description}">`,
          `<meta property="og:url" content="${address(language)}">`,
          `<meta property="og:locale" content="${LOCALES[language]}">`,
        ]
      : []),
    ...(isListed(page) ? [] : ['<meta name="robots" content="noindex">']),
    scriptOf(page),
  ];
  return `<!doctype html><html lang="${language}"${isFramed(page) ? ' class="framed"' : ''}><head>${head.join('')}</head><body><ms-public-site></ms-public-site></body></html>`;
}

/** The one script of a page that has charts, with the words that it says. */
export const chartScriptOf = ({ texts }: PageContext, { script }: PageAssets): string =>
  `<script type="module" src="${escapeMarkup(script)}" data-walk="${escapeMarkup(texts.figure.walk)}"></script>`;
