import { escapeMarkup, foreignLanguage } from '@malspar/shared-model';
import { type NewsEntry, publicPath, type PublicSite } from '@malspar/site-model';
import { store, type Stored } from '../stored/stored.js';

/** As text in XML, without the control characters that XML cannot hold at all. */
const xml = (text: string): string =>
  escapeMarkup(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));

/** What machines read: where every page is, and what has been published, newest first. */
export async function siteFeeds(
  site: PublicSite | null,
  paths: readonly string[],
  origin: string,
): Promise<Map<string, Stored>> {
  const map = paths.map((path) => `<url><loc>${xml(origin + path)}</loc></url>`).join('');
  const files: [path: string, text: string, mediaType: string][] = [
    [
      '/sitemap.xml',
      `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${map}</urlset>`,
      'application/xml; charset=utf-8',
    ],
    [
      '/robots.txt',
      `User-agent: *\nDisallow: /app/\nDisallow: /api/\nDisallow: /auth/\nSitemap: ${origin}/sitemap.xml\n`,
      'text/plain; charset=utf-8',
    ],
  ];
  const feed = site && atom(site, origin);
  if (feed) files.push(['/atom.xml', feed, 'application/atom+xml; charset=utf-8']);
  return new Map(await Promise.all(files.map(async ([path, text, type]) => [path, await store(text, type)] as const)));
}

const FEED_LANGUAGE = 'sv';

/** What says that an element's text is in another language than the feed; nothing where it is in the feed's own. */
const langAttribute = (language: string | null): string => (language === null ? '' : ` xml:lang="${xml(language)}"`);

function entryOf({ place, title, version, updatedAt, summary }: NewsEntry, origin: string): string {
  const address = xml(origin + publicPath(place, FEED_LANGUAGE));
  const said = summary ? `<summary${langAttribute(summary.language)}>${xml(summary.text)}</summary>` : '';
  return `<entry><id>${address}</id><title>${xml(`${title.sv}, version ${version}`)}</title><updated>${updatedAt}</updated><link href="${address}"/>${said}</entry>`;
}

/** Null while it is not known whose feed it is. */
function atom({ kinds, plan, awaited }: PublicSite, origin: string): string | null {
  const name = plan ?? awaited;
  if (!name) return null;
  const news = kinds
    .flatMap(({ kind, published }) => kind.news(published))
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const inPlansLanguage = langAttribute(foreignLanguage(name.language, FEED_LANGUAGE));
  const head = [
    `<id>${xml(origin)}/</id>`,
    `<title${inPlansLanguage}>${xml(`${name.title}, ${name.organisation}`)}</title>`,
    `<updated>${news[0]?.publishedAt ?? ''}</updated>`,
    `<author><name>${xml(name.organisation)}</name></author>`,
    `<link rel="self" href="${xml(origin)}/atom.xml"/>`,
  ];
  const entries = news.map((entry) => entryOf(entry, origin)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${FEED_LANGUAGE}">${head.join('')}${entries}</feed>`;
}
