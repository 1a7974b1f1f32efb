import { type Overtaken, overtakenIn, provenanceWords, publicPath, type PublicSite } from '@malspar/publication-model';
import { store, type Stored } from './stored.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** As text in XML, without the control characters that XML cannot hold at all. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

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

function atom({ archive, latest, word }: PublicSite, origin: string): string {
  const all = archive.flatMap((publication) => publication.versions.map(({ report }) => report));
  const versions = [...all].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const { plan } = latest.report;
  const entries = versions.map((report) => {
    const address = xml(origin + publicPath({ at: 'report', period: report.period, version: report.version }, 'sv'));
    const overtaken = overtakenIn(report, word, all);
    const said = [report.correction?.reason, overtakenText(overtaken)].filter(Boolean).join(' ');
    const summary = said ? `<summary>${xml(said)}</summary>` : '';
    const updated = [report.publishedAt, ...overtaken.map(({ by }) => by.publishedAt)].sort().at(-1);
    return `<entry><id>${address}</id><title>${xml(`${report.title.sv}, version ${report.version}`)}</title><updated>${updated}</updated><link href="${address}"/>${summary}</entry>`;
  });
  const head = [
    `<id>${xml(origin)}/</id>`,
    `<title>${xml(`${plan.title}, ${plan.organisation}`)}</title>`,
    `<updated>${versions[0]?.publishedAt ?? latest.report.publishedAt}</updated>`,
    `<author><name>${xml(plan.organisation)}</name></author>`,
    `<link rel="self" href="${xml(origin)}/atom.xml"/>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">${head.join('')}${entries.join('')}</feed>`;
}
