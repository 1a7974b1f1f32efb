import { openTarget, openTargets } from '@malspar/environmental-report-model';
import { withExplanations } from '@malspar/environmental-report-model/testing';
import { type PublicPage, search, searchIndex } from '@malspar/site-model';
import {
  kindOf,
  pagesOf,
  renderPage,
  reportsOf,
  sampleVersion,
  sampleVersions,
  searchableWords,
  siteOf,
  versionOf,
} from '../testing/sample-site.js';

const TOLD = 'Siffran är avstämd med granskaren.';
const early = [
  versionOf(withExplanations(sampleVersion('miljoplan-2021-2025', '2023').report, TOLD)),
  ...sampleVersions().map(({ report }) => versionOf(withExplanations(report, TOLD))),
];
const site = siteOf(early);
const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.a.js', fonts: [] },
  language: 'sv' as const,
};
const tells = async (page: PublicPage): Promise<boolean> => (await renderPage(page, options)).includes(TOLD);

describe('explanations that an early version published', () => {
  const pages = pagesOf(early);

  it('stand on that version’s own page as they did', async () => {
    const reports = pages.filter((page) => kindOf(page) === 'report');
    expect(reports).toHaveLength(4);
    for (const page of reports) expect([page.place, await tells(page)]).toEqual([page.place, true]);
  });

  it('stand on no other page', async () => {
    const others = pages.filter((page) => kindOf(page) !== 'report');
    expect(new Set(others.map(kindOf)).size).toBeGreaterThan(15);
    for (const page of others) expect([page.place, await tells(page)]).toEqual([page.place, false]);
  });

  it('are neither found nor given as open data', () => {
    const index = searchIndex(site, searchableWords('sv'), 'sv');
    expect(search(index, 'avstämd granskaren').total).toBe(0);
    const source = { site: reportsOf(early), origin: options.origin };
    const targets = openTargets(source).map((held) => openTarget(source, held));
    expect(targets.length).toBeGreaterThan(10);
    expect(JSON.stringify(targets)).not.toContain(TOLD);
  });
});
