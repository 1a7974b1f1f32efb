import { lacksYearVerdict, type PublishedReport } from '@malspar/environmental-report-model';
import type { Plan } from '@malspar/plan-model';
import { fontCoverage, keepToFonts } from '@malspar/print-api';
import type { PublicationDraft, PublicationNote, PublicationReport } from '@malspar/publication-model';
import { isSettled } from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode, type PlainDate } from '@malspar/shared-model';
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

const isThere = ({ state }: PublicationReport): boolean => isSettled(state);
const same = (a: Place, b: Place): boolean => a.areaSlug === b.areaSlug && a.period === b.period;
const note = (
  code: PublicationNote['code'],
  place: Partial<Place> = {},
  params: Record<string, string> = {},
): PublicationNote => ({ code, areaSlug: place.areaSlug ?? null, period: place.period ?? null, params });

/** There is no compiler for the platform. */
export const NO_PDF = note('no_pdf');

/** The gaps that are printed: one for each report that really is missing and whose reason is stated. */
export const neededGaps = (
  draft: PublicationDraft,
  listed: readonly PublicationReport[],
  expected: readonly Expected[],
): PublicationDraft['gaps'] =>
  expected
    .filter((each) => !listed.some((report) => same(report, each) && isThere(report)))
    .flatMap((each) => draft.gaps.find((gap) => same(gap, each)) ?? []);

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

/** A report whose revision is not in the newest version, though it may say the same. */
const isApprovedAnew = (report: PublicationReport): boolean => isThere(report) && !report.published;

/** What stands in the way when the new version would say what the newest one says: all that was approved in vain. */
export const nothingNewIn = (listed: readonly PublicationReport[]): PublicationNote[] => [
  note('nothing_new'),
  ...listed.filter(isApprovedAnew).map(repeated),
];

const repeated = (report: PublicationReport): PublicationNote =>
  note('revision_repeats', report, { title: report.areaTitle });

/** What does not stop anything, but should be known. */
export function differencesOf(
  facts: Facts & {
    readonly period: PeriodCode;
    readonly today: PlainDate;
    /** Those that are printed. */
    readonly gaps: PublicationDraft['gaps'];
    readonly hasComparison: boolean;
    /** Whether the area reads as it does in the newest version. */
    readonly saysAsBefore: (areaSlug: string) => boolean;
  },
): PublicationNote[] {
  const { draft, gaps, listed, newest, period, today, hasComparison, saysAsBefore } = facts;
  return [
    ...(parsePeriod(period).end >= today ? [note('period_not_over')] : []),
    ...gaps.map((gap) => note('gap_stated', gap, { reason: gap.reason })),
    ...listed
      .filter((report) => isThere(report) && draft.gaps.some((gap) => same(gap, report)))
      .map((report) => note('gap_needless', report)),
    ...(newest
      ? listed
          .filter(isApprovedAnew)
          .map((report) =>
            saysAsBefore(report.areaSlug)
              ? repeated(report)
              : note('revision_differs', report, { title: report.areaTitle }),
          )
      : []),
    ...(hasComparison ? [] : [note('no_comparison')]),
  ];
}

/** What should be known of the report as it would be: signs that the PDF cannot show, and whether it holds examples. */
export function notesOf(report: PublishedReport): PublicationNote[] {
  const { areas, ...rest } = report;
  const unshown = (part: unknown, place: Partial<Place> = {}, title = ''): PublicationNote[] =>
    keepToFonts(part, fontCoverage()).replaced.map((character) =>
      note('character_replaced', place, { character: visible(character), ...(title && { title }) }),
    );
  return [
    ...unshown(rest),
    ...areas.flatMap((area) => unshown(area, { areaSlug: area.slug }, area.title)),
    ...areas
      .filter((area) => lacksYearVerdict(report, area))
      .map((area) => note('no_year_verdict', { areaSlug: area.slug, period: report.period }, { title: area.title })),
    ...(report.illustrative ? [note('illustrative')] : []),
  ];
}

/** A sign that cannot be seen is named by its number. */
const visible = (character: string): string =>
  /^[\p{C}\p{Z}\p{M}]$/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character;
