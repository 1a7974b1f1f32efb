import {
  type Overtaken,
  overtakenIn,
  provenanceWords,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import type { PublishedContent } from '@malspar/publication-model';
import { escapeMarkup, foreignLanguage } from '@malspar/shared-model';
import { publicPath, type PublicSite, type ShownVersion } from '@malspar/site-model';
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
  if (site) files.push(['/atom.xml', atom(site, origin), 'application/atom+xml; charset=utf-8']);
  return new Map(await Promise.all(files.map(async ([path, text, type]) => [path, await store(text, type)] as const)));
}

/** What of a version no longer holds, in a sentence; null where all of it does. */
function overtakenText(overtaken: readonly Overtaken[]): string | null {
  const said = overtaken.map(({ area, targetCode, what, values, isExample }) => {
    const change = values ? `: var ${values.was.sv}, är ${values.is.sv}` : '';
    return `${targetCode ?? area.title}, ${what.sv}${change}${isExample ? ` (${provenanceWords.illustrative.sv})` : ''}`;
  });
  return said.length === 0 ? null : `Har ändrats sedan dess: ${said.join('; ')}.`;
}

const FEED_LANGUAGE = 'sv';

/** What says that an element's text is in the plan's language, where the feed is in another one. */
function langAttribute(planLanguage: string | undefined): string {
  const language = foreignLanguage(planLanguage, FEED_LANGUAGE);
  return language === null ? '' : ` xml:lang="${xml(language)}"`;
}

/** The reason for a correction, in the plan's language, and what has changed since. Mixed with the feed's own words it is not marked. */
function summaryOf({ correction, plan }: PublishedReport, overtaken: string | null): string {
  const said = [correction?.reason, overtaken].filter(Boolean).join(' ');
  if (said === '') return '';
  return `<summary${overtaken === null ? langAttribute(plan.language) : ''}>${xml(said)}</summary>`;
}

const entryOf = (
  address: string,
  { title, version }: Pick<PublishedContent, 'title' | 'version'>,
  updated: string,
  summary: string,
): string =>
  `<entry><id>${address}</id><title>${xml(`${title.sv}, version ${version}`)}</title><updated>${updated}</updated><link href="${address}"/>${summary}</entry>`;

function shownEntry(shown: ShownVersion, origin: string): { publishedAt: string; entry: string } {
  const { root, period, version, publishedAt, correction } = shown;
  const address = xml(origin + publicPath({ at: 'published', root, period, version }, 'sv'));
  const summary = correction ? `<summary>${xml(correction.reason)}</summary>` : '';
  return { publishedAt, entry: entryOf(address, shown, publishedAt, summary) };
}

function atom({ archive, latest, word, others }: PublicSite, origin: string): string {
  const reports = archive.flatMap((publication) => publication.versions.map(({ report }) => report));
  const versions = [...reports].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const { plan } = latest.report;
  const inPlansLanguage = langAttribute(plan.language);
  const entries = versions.map((report) => {
    const address = xml(origin + publicPath({ at: 'report', period: report.period, version: report.version }, 'sv'));
    const overtaken = overtakenIn(report, word, reports);
    const summary = summaryOf(report, overtakenText(overtaken));
    const updated = [report.publishedAt, ...overtaken.map(({ by }) => by.publishedAt)].sort().at(-1);
    return { publishedAt: report.publishedAt, entry: entryOf(address, report, updated ?? report.publishedAt, summary) };
  });
  const shown = others.flatMap((publication) => publication.versions.map((each) => shownEntry(each, origin)));
  const all = [...entries, ...shown].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const head = [
    `<id>${xml(origin)}/</id>`,
    `<title${inPlansLanguage}>${xml(`${plan.title}, ${plan.organisation}`)}</title>`,
    `<updated>${versions[0]?.publishedAt ?? latest.report.publishedAt}</updated>`,
    `<author><name>${xml(plan.organisation)}</name></author>`,
    `<link rel="self" href="${xml(origin)}/atom.xml"/>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${FEED_LANGUAGE}">${head.join('')}${all.map(({ entry }) => entry).join('')}</feed>`;
}
