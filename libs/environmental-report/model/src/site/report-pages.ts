import type {
  DifferenceContent,
  FrozenForm,
  FrozenPlace,
  OwnContent,
  PageFrame,
  PublicPage,
  SiteFrame,
  Surroundings,
} from '@malspar/site-model';
import { differenceOf } from '../difference/difference.js';
import { knownTo } from '../known-to.js';
import type { Overtaken } from '../latest-word/index.js';
import {
  ENVIRONMENTAL_REPORT,
  type PublishedArea,
  type PublishedGap,
  type PublishedReport,
  type PublishedTarget,
} from '../published-report.js';
import type { ChosenVersions } from './chosen-versions.js';
import { reportPlace, type ReportPlace } from './report-places.js';
import type { PublishedVersion, ReportSite } from './report-site.js';

/** What stands around the pages that show the site as a whole, beside the reports. */
export type Beside = Pick<Surroundings, 'documents' | 'others'>;

/** Pages for other websites to frame. */
export type EmbeddedContent =
  | { readonly kind: 'embedded-area'; readonly version: PublishedVersion; readonly area: PublishedArea }
  | {
      readonly kind: 'embedded-target';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      readonly target: PublishedTarget;
    };

/** What stands on a page of the environmental report's. */
export type ReportContent =
  | {
      readonly kind: 'home' | 'plan' | 'archive' | 'about' | 'site-map' | 'embed';
      readonly site: ReportSite;
      readonly beside: Beside;
    }
  | { readonly kind: 'compare'; readonly site: ReportSite; readonly asked: ChosenVersions | null }
  | EmbeddedContent
  | {
      readonly kind: 'area';
      readonly version: PublishedVersion;
      readonly area: PublishedArea;
      /** Why there is no report of it for the latest period; null when there is. */
      readonly gap: PublishedGap | null;
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
    };

/** A page that the environmental report draws. */
export type ReportPage = PageFrame & Omit<OwnContent, 'own'> & { readonly own: ReportContent };

/** Whether a page of the site is one that the environmental report draws. */
export const isReportPage = (page: PublicPage): page is ReportPage =>
  page.kind === 'own' && page.contentKind === ENVIRONMENTAL_REPORT;

/** A page with what stands on it. */
export const pageWith = (place: ReportPlace, own: ReportContent, frame: SiteFrame): ReportPage => ({
  kind: 'own',
  contentKind: ENVIRONMENTAL_REPORT,
  place: reportPlace(place),
  own,
  ...frame,
});

/**
 * A version's own page; `superseded` puts the line on it that says that there is a newer one. `known` is what had been
 * published when it was, itself included.
 */
export function reportPage(
  version: PublishedVersion,
  superseded: boolean,
  known: readonly PublishedReport[],
): ReportPage {
  const { period, version: number } = version.report;
  const newest = reportPlace({ at: 'report', period, version: null });
  return pageWith(
    { at: 'report', period, version: number },
    { kind: 'report', version, superseded, known },
    {
      ...frameOf(version),
      ...frozenAs(version, superseded ? 'superseded' : 'newest'),
      key: `${version.sha256} ${superseded}`,
      isArticle: true,
      ...(superseded ? {} : { alsoAt: newest, canonical: newest }),
    },
  );
}

/** What a version changed in the one before it. */
export function correctionPage(previous: PublishedVersion, version: PublishedVersion): PageFrame & DifferenceContent {
  const { period, version: number, correction, plan } = version.report;
  return {
    kind: 'difference',
    place: reportPlace({ at: 'correction', period, version: number }),
    difference: differenceOf(previous.report, version.report),
    reason: correction?.reason ?? null,
    ...belowArchive(version),
    ...frameOf(version),
    ...frozenAs(version, 'changes'),
    key: [plan.slug, previous.report.period, previous.report.version, period, number].join(' '),
  };
}

/** Where a page of what differs leads: to the later report, and to the list of all of them. */
export const belowArchive = ({ report: { period } }: PublishedVersion): Pick<DifferenceContent, 'whole' | 'below'> => ({
  whole: reportPlace({ at: 'report', period, version: null }),
  below: 'archive',
});

/** What stands around a page that is frozen with a version. */
export const frameOf = ({ report }: PublishedVersion): Pick<SiteFrame, 'plan' | 'changedOn'> => ({
  plan: report.plan,
  changedOn: report.publishedOn,
});

const frozenAs = ({ report: { period, version } }: PublishedVersion, form: FrozenForm): Pick<SiteFrame, 'frozen'> => ({
  frozen: { contentKind: ENVIRONMENTAL_REPORT, period, version, form },
});

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

/** Whether a page is frozen with a report, so that what no longer holds on it is the report's to say. */
export const isFrozenWithReport = (
  page: PublicPage,
): page is PublicPage & { readonly overtaken?: readonly Overtaken[] } =>
  page.frozen?.contentKind === ENVIRONMENTAL_REPORT;
