import { periodYearBefore } from '@malspar/shared-model';
import type { PublicPage, SiteFrame, Surroundings } from '@malspar/site-model';
import { differenceOf } from '../difference/difference.js';
import { knownTo } from '../known-to.js';
import { asItStands, overtakenIn } from '../latest-word/index.js';
import type { PublishedReport } from '../published-report.js';
import { reportPlace } from './report-places.js';
import { belowArchive, correctionPage, frameOf, pageWith, reportPage, type ReportPage } from './report-pages.js';
import type { ArchivedPublication, ReportSite } from './report-site.js';

/** The pages that the menu leads to. */
export const frontPages = (site: ReportSite, { frame, listFrame, documents, others }: Surroundings): ReportPage[] =>
  (['home', 'plan', 'archive', 'about', 'site-map', 'embed'] as const).map((kind) =>
    pageWith(
      { at: kind },
      { kind, site, beside: { documents, others } },
      {
        ...(kind === 'home' || kind === 'plan' ? listFrame : frame),
        ...(kind === 'embed' ? { showsElement: true } : {}),
      },
    ),
  );

/** Every other page of what has been published. */
export const otherPages = (site: ReportSite, { frame }: Surroundings): PublicPage[] => [
  pageWith({ at: 'compare' }, { kind: 'compare', site, asked: null }, frame),
  ...areaPages(site, frame),
  ...embeddedPages(site, frame),
  ...site.archive.flatMap((publication) => reportPages(publication, site)),
];

function areaPages({ areas, archive }: ReportSite, frame: SiteFrame): ReportPage[] {
  const known = reportsIn(archive);
  return areas.flatMap(({ held, gap }): ReportPage[] => {
    if (!held) return [];
    const { area, version } = held;
    return [
      pageWith({ at: 'area', slug: area.slug }, { kind: 'area', version, area, gap, known }, frame),
      ...area.targets.map((target) =>
        pageWith({ at: 'target', code: target.code }, { kind: 'target', version, area, target, known }, frame),
      ),
    ];
  });
}

/** Every published report, the latest period and its newest version first. */
const reportsIn = (archive: ReportSite['archive']): PublishedReport[] =>
  archive.flatMap(({ versions }) => versions.map(({ report }) => report));

function embeddedPages({ areas }: ReportSite, frame: SiteFrame): ReportPage[] {
  const framed = { ...frame, isFramed: true, isUnlisted: true };
  return areas.flatMap(({ held }): ReportPage[] => {
    if (!held) return [];
    const { area, version } = held;
    return [
      pageWith(
        { at: 'embedded-area', slug: area.slug },
        { kind: 'embedded-area', version, area },
        { ...framed, canonical: reportPlace({ at: 'area', slug: area.slug }) },
      ),
      ...area.targets.map((target) =>
        pageWith(
          { at: 'embedded-target', code: target.code },
          { kind: 'embedded-target', version, area, target },
          { ...framed, canonical: reportPlace({ at: 'target', code: target.code }) },
        ),
      ),
    ];
  });
}

function reportPages({ period, versions }: ArchivedPublication, { archive, word }: ReportSite): PublicPage[] {
  const [newest] = versions;
  if (!newest) return [];
  const all = reportsIn(archive);
  const overtaken = new Map(versions.map((version) => [version, overtakenIn(version.report, word, all)]));
  const before = archive.find((each) => each.period === periodYearBefore(period))?.versions[0];
  return [
    ...versions.map((version) => ({
      ...reportPage(version, version !== newest, knownTo(version, all)),
      overtaken: overtaken.get(version) ?? [],
    })),
    ...versions.flatMap((version, index) => {
      const previous = versions[index + 1];
      return previous ? [{ ...correctionPage(previous, version), overtaken: overtaken.get(version) ?? [] }] : [];
    }),
    ...(before
      ? [
          {
            kind: 'difference' as const,
            place: reportPlace({ at: 'comparison', period }),
            difference: differenceOf(asItStands(before.report, word), asItStands(newest.report, word)),
            reason: null,
            ...belowArchive(newest),
            ...frameOf(newest),
          },
        ]
      : []),
  ];
}
