import { differenceOf, ENVIRONMENTAL_REPORT, knownTo, type PublishedReport } from '@malspar/environmental-report-model';
import type { PeriodCode } from '@malspar/shared-model';
import * as z from 'zod';
import type { PublicPage } from './public-page.js';
import type { PublishedVersion } from './public-site.js';

/**
 * A version's own page; `superseded` puts the line on it that says that there is a newer one. `known` is what had been
 * published when it was, itself included.
 */
export const reportPage = (
  version: PublishedVersion,
  superseded: boolean,
  known: readonly PublishedReport[],
): PublicPage => ({
  kind: 'report',
  place: { at: 'report', period: version.report.period, version: version.report.version },
  version,
  superseded,
  known,
  ...frameOf(version),
});

export function correctionPage(previous: PublishedVersion, version: PublishedVersion): PublicPage {
  const { period, version: number, correction } = version.report;
  return {
    kind: 'difference',
    place: { at: 'correction', period, version: number },
    difference: differenceOf(previous.report, version.report),
    reason: correction?.reason ?? null,
    ...frameOf(version),
  };
}

export const frameOf = ({ report }: PublishedVersion): Pick<PublicPage, 'plan' | 'changedOn'> => ({
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
export function frozenForm(page: PublicPage): {
  readonly contentKind: string;
  readonly period: PeriodCode;
  readonly version: number;
  readonly form: FrozenForm;
} | null {
  if (page.kind === 'report') {
    const { period, version } = page.version.report;
    return { contentKind: ENVIRONMENTAL_REPORT, period, version, form: page.superseded ? 'superseded' : 'newest' };
  }
  if (page.kind === 'published') {
    const { contentKind, period, version } = page.shown;
    return { contentKind, period, version, form: page.superseded ? 'superseded' : 'newest' };
  }
  if (page.kind === 'difference' && page.shown) {
    const { contentKind, period, version } = page.shown;
    return { contentKind, period, version, form: 'changes' };
  }
  if (page.kind === 'difference' && page.place.at === 'correction') {
    const { period, version } = page.place;
    return { contentKind: ENVIRONMENTAL_REPORT, period, version, form: 'changes' };
  }
  return null;
}
