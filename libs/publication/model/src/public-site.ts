import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import * as z from 'zod';
import { differenceOf, type PublishedDifference } from './difference.js';
import type { OpenDataSource } from './open-data/answers.js';
import type { PublicPlace } from './public-address.js';
import type { PublishedFile } from './publication.js';
import type { PublishedArea, PublishedReport, PublishedTarget } from './published-report.js';
import { yearBefore } from './year-before.js';

/** A published version with its hash and what can be fetched of it. */
export interface PublishedVersion {
  readonly report: PublishedReport;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
}

/** A period with all its versions, newest first. */
export interface ArchivedPublication {
  readonly period: PeriodCode;
  readonly kind: PublishedReport['kind'];
  readonly versions: readonly PublishedVersion[];
}

/** What the public site is made of: published versions and nothing else. */
export interface PublicSite {
  /** The newest version of the latest period. */
  readonly latest: PublishedVersion;
  /** Latest period first. */
  readonly archive: readonly ArchivedPublication[];
  /** When something was last published. */
  readonly updatedOn: PublishedReport['publishedOn'];
}

/** One page with all that stands on it. What it shows of `plan` and `changedOn` is as frozen as the rest. */
export type PublicPage = {
  readonly place: PublicPlace;
  readonly plan: PublishedReport['plan'] | null;
  readonly changedOn: PublishedReport['publishedOn'] | null;
} & PageContent;

/** Pages of words alone. */
export type WordsKind = 'accessibility' | 'privacy' | 'glossary' | 'not-found' | 'nothing-yet';

type PageContent =
  | { readonly kind: 'home' | 'plan' | 'archive' | 'about' | 'site-map'; readonly site: PublicSite }
  | { readonly kind: WordsKind }
  | ({ readonly kind: 'open-data' } & OpenDataSource)
  | { readonly kind: 'area'; readonly version: PublishedVersion; readonly area: PublishedArea }
  | {
      readonly kind: 'target';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly target: PublishedTarget;
      /** The versions that the target is in, latest first. */
      readonly publishedIn: readonly { readonly period: PeriodCode; readonly version: number }[];
    }
  | {
      readonly kind: 'report';
      readonly version: PublishedVersion;
      /** Whether there is a newer version of the same period. */
      readonly superseded: boolean;
    }
  | { readonly kind: 'difference'; readonly difference: PublishedDifference; readonly reason: string | null };

/** The site out of what has been published; null while nothing is. The order of `versions` does not matter. */
export function publicSite(versions: readonly PublishedVersion[]): PublicSite | null {
  const periods = [...new Set(versions.map(({ report }) => report.period))].sort(latestFirst);
  const archive = periods.map((period) => {
    const own = versions.filter(({ report }) => report.period === period);
    return {
      period,
      kind: parsePeriod(period).cadence === 'year' ? ('year' as const) : ('period' as const),
      versions: own.sort((a, b) => b.report.version - a.report.version),
    };
  });
  const latest = archive[0]?.versions[0];
  if (!latest) return null;
  const [updated] = [...versions].sort((a, b) => b.report.publishedAt.localeCompare(a.report.publishedAt));
  return { latest, archive, updatedOn: (updated ?? latest).report.publishedOn };
}

/** A year stands before the periods that it gathers. */
function latestFirst(a: PeriodCode, b: PeriodCode): number {
  const [first, second] = [parsePeriod(a), parsePeriod(b)];
  return second.end.localeCompare(first.end) || first.start.localeCompare(second.start);
}

/** Where the site is and on what terms its data may be used, for the page about the open data. */
export type OpenDataTerms = Omit<OpenDataSource, 'site'>;
const NO_TERMS: OpenDataTerms = { origin: '', license: null };

/** Every page that there is, each once. Without anything published: one that says so. */
export function publicPages(site: PublicSite | null, terms: OpenDataTerms = NO_TERMS): PublicPage[] {
  const changedOn = site?.updatedOn ?? null;
  const plan = site?.latest.report.plan ?? null;
  const words = (['accessibility', 'privacy', 'glossary', 'not-found'] as const).map((kind): PublicPage => ({
    kind,
    place: { at: kind },
    plan,
    changedOn,
  }));
  const openData: PublicPage = { kind: 'open-data', place: { at: 'open-data' }, ...terms, site, plan, changedOn };
  if (!site) return [{ kind: 'nothing-yet', place: { at: 'home' }, plan, changedOn }, openData, ...words];
  const about = { plan, changedOn };
  return [
    ...(['home', 'plan', 'archive', 'about', 'site-map'] as const).map((kind): PublicPage => ({
      kind,
      place: { at: kind },
      site,
      ...about,
    })),
    openData,
    ...words,
    ...areaPages(site, about),
    ...site.archive.flatMap((publication) => reportPages(publication, site)),
  ];
}

function areaPages({ latest, archive }: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  const everyVersion = archive.flatMap(({ versions }) => versions.map(({ report }) => report));
  return latest.report.areas.flatMap((area): PublicPage[] => [
    { kind: 'area', place: { at: 'area', slug: area.slug }, version: latest, area, ...about },
    ...area.targets.map((target): PublicPage => ({
      kind: 'target',
      place: { at: 'target', code: target.code },
      version: latest,
      area,
      target,
      publishedIn: everyVersion
        .filter(({ areas }) => areas.some(({ targets }) => targets.some(({ code }) => code === target.code)))
        .map(({ period, version }) => ({ period, version })),
      ...about,
    })),
  ]);
}

function reportPages({ period, versions }: ArchivedPublication, { archive }: PublicSite): PublicPage[] {
  const [newest] = versions;
  if (!newest) return [];
  const before = archive.find((each) => each.period === yearBefore(period))?.versions[0];
  return [
    ...versions.map((version) => reportPage(version, version !== newest)),
    ...versions.flatMap((version, index) => {
      const previous = versions[index + 1];
      return previous ? [correctionPage(previous, version)] : [];
    }),
    ...(before
      ? [
          {
            kind: 'difference' as const,
            place: { at: 'comparison' as const, period },
            difference: differenceOf(before.report, newest.report),
            reason: null,
            ...frameOf(newest),
          },
        ]
      : []),
  ];
}

/** A version's own page; `superseded` puts the line on it that says that there is a newer one. */
export const reportPage = (version: PublishedVersion, superseded: boolean): PublicPage => ({
  kind: 'report',
  place: { at: 'report', period: version.report.period, version: version.report.version },
  version,
  superseded,
  ...frameOf(version),
});

function correctionPage(previous: PublishedVersion, version: PublishedVersion): PublicPage {
  const { period, version: number, correction } = version.report;
  return {
    kind: 'difference',
    place: { at: 'correction', period, version: number },
    difference: differenceOf(previous.report, version.report),
    reason: correction?.reason ?? null,
    ...frameOf(version),
  };
}

const frameOf = ({ report }: PublishedVersion): Pick<PublicPage, 'plan' | 'changedOn'> => ({
  plan: report.plan,
  changedOn: report.publishedOn,
});

/** How a page stands when its version is published, when a newer one has come, and what a version has changed. */
export const FrozenForm = z.enum(['newest', 'superseded', 'changes']);
export type FrozenForm = z.infer<typeof FrozenForm>;

/** Every page that is made when a version is published and never again. */
export function frozenPages(
  version: PublishedVersion,
  previous: PublishedVersion | null,
): { readonly form: FrozenForm; readonly page: PublicPage }[] {
  return [
    { form: 'newest', page: reportPage(version, false) },
    { form: 'superseded', page: reportPage(version, true) },
    ...(previous ? [{ form: 'changes' as const, page: correctionPage(previous, version) }] : []),
  ];
}

/** Which frozen page a page is: its version and form; null for those that follow what is published. */
export function frozenForm(
  page: PublicPage,
): { readonly period: PeriodCode; readonly version: number; readonly form: FrozenForm } | null {
  if (page.kind === 'report') {
    const { period, version } = page.version.report;
    return { period, version, form: page.superseded ? 'superseded' : 'newest' };
  }
  if (page.kind === 'difference' && page.place.at === 'correction') {
    const { period, version } = page.place;
    return { period, version, form: 'changes' };
  }
  return null;
}
