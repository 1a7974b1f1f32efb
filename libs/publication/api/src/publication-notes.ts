import type { Plan } from '@malspar/plan-model';
import type { PublicationDraft, PublicationNote, PublicationReport } from '@malspar/publication-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import type { FullVersionRow } from './publication.repository.js';

/** A report that there should be. */
export interface Expected {
  readonly areaSlug: string;
  readonly areaTitle: string;
  readonly period: PeriodCode;
}

interface Facts {
  readonly plan: Plan;
  readonly draft: PublicationDraft;
  readonly listed: readonly PublicationReport[];
  readonly newest: FullVersionRow | null;
}

type Place = Pick<Expected, 'areaSlug' | 'period'>;

const isThere = (report: PublicationReport): boolean => report.state === 'approved' || report.state === 'published';
const same = (a: Place, b: Place): boolean => a.areaSlug === b.areaSlug && a.period === b.period;
const note = (
  code: PublicationNote['code'],
  place: Partial<Place> = {},
  params: Record<string, string> = {},
): PublicationNote => ({ code, areaSlug: place.areaSlug ?? null, period: place.period ?? null, params });

/** What stands in the way: reports that are neither there nor stated as missing, and what a correction demands. */
export function blocksOf(
  facts: Facts & { readonly period: PeriodCode; readonly expected: readonly Expected[] },
): PublicationNote[] {
  const { plan, draft, listed, expected, newest, period } = facts;
  const { end } = parsePeriod(period);
  const missing = expected
    .filter((each) => !draft.gaps.some((gap) => same(gap, each)))
    .flatMap((each) => {
      const report = listed.find((one) => same(one, each));
      if (report && isThere(report)) return [];
      const params = { title: each.areaTitle, ...(report && { state: report.state }) };
      return [note(report ? 'not_approved' : 'no_report', each, params)];
    });
  return [
    ...missing,
    ...(listed.some(isThere) || missing.length > 0 ? [] : [note('no_report', {}, {})]),
    ...(newest && draft.correctionReason === null ? [note('correction_reason_missing')] : []),
    ...[...draft.order, ...draft.gaps.map((gap) => gap.areaSlug)]
      .filter((slug) => !plan.focusAreas.some((area) => area.slug === slug))
      .map((slug) => note('unknown_area', {}, { slug })),
    ...(plan.start > end ? [note('no_report', {}, {})] : []),
  ];
}

/** What does not stop anything, but should be known. */
export function differencesOf(facts: Facts & { readonly hasComparison: boolean }): PublicationNote[] {
  const { draft, listed, newest, hasComparison } = facts;
  return [
    ...draft.gaps.map((gap) =>
      note(listed.some((report) => same(report, gap) && isThere(report)) ? 'gap_needless' : 'gap_stated', gap, {
        reason: gap.reason,
      }),
    ),
    ...(newest
      ? listed
          .filter((report) => isThere(report) && !report.published)
          .map((report) => note('revision_differs', report, { title: report.areaTitle }))
      : []),
    ...(hasComparison ? [] : [note('no_comparison')]),
  ];
}
