import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import * as z from 'zod';
import type { ChosenVersions } from './chosen-versions.js';
import { differenceOf, type PublishedDifference } from './difference.js';
import type { PublishedStatement } from './accessibility-statement.js';
import type { FeedbackOutcome } from './feedback-page.js';
import type { PublishedDocument } from './plan-document.js';
import type { OpenDataSource } from './open-data/answers.js';
import type { PublicPlace } from './public-address.js';
import type { PublishedFile, Verification } from './publication.js';
import type { PublishedArea, PublishedReport, PublishedTarget } from './published-report.js';
import type { SearchGroup } from './search-index.js';
import type { SearchResult } from './search.js';
import { laterOf, NO_ADDITIONS, type SiteAdditions, writtenDay } from './site-additions.js';
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
  /** The plan's documents, in the order that they are listed. */
  readonly documents: readonly PublishedDocument[];
}

/** One page with all that stands on it. What it shows of `plan` and `changedOn` is as frozen as the rest. */
export type PublicPage = {
  readonly place: PublicPlace;
  readonly plan: PublishedReport['plan'] | null;
  readonly changedOn: PublishedReport['publishedOn'] | null;
} & PageContent;

/** Pages of words alone. */
export type WordsKind = 'privacy' | 'glossary' | 'not-found' | 'too-many';

/** Pages on which something can be asked; what is null has not been. */
export type AskingContent =
  | { readonly kind: 'search'; readonly site: PublicSite; readonly asked: SearchAsked | null }
  | { readonly kind: 'verify'; readonly asked: VerifyAsked | null }
  | { readonly kind: 'compare'; readonly site: PublicSite; readonly asked: ChosenVersions | null };

export interface SearchAsked {
  readonly query: string;
  readonly only: SearchGroup | null;
  /** Null when the query is too long. */
  readonly result: SearchResult | null;
}

/** A file or a checksum, and what it turned out to be; null when it could not be read. */
export interface VerifyAsked {
  readonly given: { readonly file: string } | { readonly checksum: string };
  readonly answer: Verification | null;
  readonly title: PublishedReport['title'] | null;
  readonly fault: 'no-file' | 'too-large' | 'no-checksum' | 'unreadable' | null;
}

/** Pages for other websites to frame. */
export type EmbeddedContent =
  | { readonly kind: 'embedded-area'; readonly version: PublishedVersion; readonly area: PublishedArea }
  | {
      readonly kind: 'embedded-target';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly target: PublishedTarget;
    };

type PageContent =
  | { readonly kind: 'home' | 'plan' | 'archive' | 'about' | 'site-map' | 'embed'; readonly site: PublicSite }
  | { readonly kind: WordsKind }
  | { readonly kind: 'nothing-yet'; readonly documents: readonly PublishedDocument[] }
  | { readonly kind: 'accessibility'; readonly statement: PublishedStatement }
  | ({ readonly kind: 'open-data' } & OpenDataSource)
  | AskingContent
  | EmbeddedContent
  | {
      readonly kind: 'area';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly known: readonly PublishedReport[];
    }
  | {
      readonly kind: 'target';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly target: PublishedTarget;
      /** Every report that has been published, latest first. */
      readonly known: readonly PublishedReport[];
    }
  | {
      readonly kind: 'report';
      readonly version: PublishedVersion;
      /** Whether there is a newer version of the same period. */
      readonly superseded: boolean;
      /** What had been published when this was, itself included, latest first. */
      readonly known: readonly PublishedReport[];
    }
  | { readonly kind: 'difference'; readonly difference: PublishedDifference; readonly reason: string | null }
  | { readonly kind: 'feedback'; readonly outcome: FeedbackOutcome };

/** The site out of what has been published; null while nothing is. The order of `versions` does not matter. */
export function publicSite(
  versions: readonly PublishedVersion[],
  { documents }: SiteAdditions = NO_ADDITIONS,
): PublicSite | null {
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
  return { latest, archive, updatedOn: (updated ?? latest).report.publishedOn, documents };
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
export function publicPages(
  site: PublicSite | null,
  additions: SiteAdditions = NO_ADDITIONS,
  terms: OpenDataTerms = NO_TERMS,
): PublicPage[] {
  const { documents, documentsChangedAt, statement } = additions;
  const changedOn = site?.updatedOn ?? null;
  const listChangedOn = laterOf(changedOn, documentsChangedAt);
  const plan = site?.latest.report.plan ?? null;
  const words = (['privacy', 'glossary', 'not-found'] as const).map((kind): PublicPage => ({
    kind,
    place: { at: kind },
    plan,
    changedOn,
  }));
  const openData: PublicPage = { kind: 'open-data', place: { at: 'open-data' }, ...terms, site, plan, changedOn };
  words.push({
    kind: 'accessibility',
    place: { at: 'accessibility' },
    plan,
    changedOn: writtenDay(statement.updatedOn),
    statement,
  });
  if (!site) {
    return [
      { kind: 'nothing-yet', place: { at: 'home' }, plan, changedOn: listChangedOn, documents },
      openData,
      ...words,
    ];
  }
  const about = { plan, changedOn };
  return [
    ...(['home', 'plan', 'archive', 'about', 'site-map', 'embed'] as const).map((kind): PublicPage => ({
      kind,
      place: { at: kind },
      site,
      plan,
      changedOn: kind === 'home' || kind === 'plan' ? listChangedOn : changedOn,
    })),
    openData,
    ...words,
    ...askingPages(site, about),
    ...areaPages(site, about),
    ...embeddedPages(site, about),
    ...site.archive.flatMap((publication) => reportPages(publication, site)),
  ];
}

function areaPages({ latest, archive }: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  const known = reportsIn(archive);
  return latest.report.areas.flatMap((area): PublicPage[] => [
    { kind: 'area', place: { at: 'area', slug: area.slug }, version: latest, area, known, ...about },
    ...area.targets.map((target): PublicPage => ({
      kind: 'target',
      place: { at: 'target', code: target.code },
      version: latest,
      area,
      target,
      known,
      ...about,
    })),
  ]);
}

/** Every published report, the latest period and its newest version first. */
const reportsIn = (archive: PublicSite['archive']): PublishedReport[] =>
  archive.flatMap(({ versions }) => versions.map(({ report }) => report));

/** The pages with forms, before anything has been asked. */
function askingPages(site: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  return [
    { kind: 'search', place: { at: 'search' }, site, asked: null, ...about },
    { kind: 'verify', place: { at: 'verify' }, asked: null, ...about },
    { kind: 'compare', place: { at: 'compare' }, site, asked: null, ...about },
  ];
}

function embeddedPages({ latest }: PublicSite, about: Pick<PublicPage, 'plan' | 'changedOn'>): PublicPage[] {
  return latest.report.areas.flatMap((area): PublicPage[] => [
    {
      kind: 'embedded-area',
      place: { at: 'embedded-area', slug: area.slug },
      version: latest,
      area,
      ...about,
    },
    ...area.targets.map((target): PublicPage => ({
      kind: 'embedded-target',
      place: { at: 'embedded-target', code: target.code },
      version: latest,
      area,
      target,
      ...about,
    })),
  ]);
}

/**
 * Whether search engines are to know of a page: not of answers to one question, nor of what is shown whole on a page of
 * its own.
 */
export const isListed = (page: PublicPage): boolean =>
  !UNLISTED.includes(page.kind) && !('asked' in page && page.asked !== null);
const UNLISTED: readonly PublicPage['kind'][] = [
  'not-found',
  'too-many',
  'search',
  'feedback',
  'embedded-area',
  'embedded-target',
];

function reportPages({ period, versions }: ArchivedPublication, { archive }: PublicSite): PublicPage[] {
  const [newest] = versions;
  if (!newest) return [];
  const before = archive.find((each) => each.period === yearBefore(period))?.versions[0];
  return [
    ...versions.map((version) => reportPage(version, version !== newest, knownTo(version, reportsIn(archive)))),
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

/**
 * A version's own page; `superseded` puts the line on it that says that there is a newer one. `known` is what had been
 * published when it was, itself included.
 */
const reportPage = (version: PublishedVersion, superseded: boolean, known: readonly PublishedReport[]): PublicPage => ({
  kind: 'report',
  place: { at: 'report', period: version.report.period, version: version.report.version },
  version,
  superseded,
  known,
  ...frameOf(version),
});

/** Of these reports, those that had been published when the version was, and itself; the latest first. */
function knownTo({ report }: PublishedVersion, reports: readonly PublishedReport[]): PublishedReport[] {
  const others = reports.filter(
    (each) =>
      each.publishedAt <= report.publishedAt && (each.period !== report.period || each.version !== report.version),
  );
  return [report, ...others].sort((a, b) => latestFirst(a.period, b.period) || b.version - a.version);
}

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

/** A page that is made when its version is published. */
export interface FrozenPlace {
  readonly form: FrozenForm;
  readonly page: PublicPage;
}

/** Every page that is made when a version is published and never again. `earlier`: what has been published before. */
export function frozenPages(
  version: PublishedVersion,
  previous: PublishedVersion | null,
  earlier: readonly PublishedReport[],
): [FrozenPlace, ...FrozenPlace[]] {
  const known = knownTo(version, earlier);
  return [
    { form: 'newest', page: reportPage(version, false, known) },
    { form: 'superseded', page: reportPage(version, true, known) },
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
