import { lacksYearVerdict, type PublishedReport } from '@malspar/environmental-report-model';
import type { Plan } from '@malspar/plan-model';
import { fontCoverage, keepToFonts } from '@malspar/print-api';
import { publicationNote } from '@malspar/publication-api';
import type { PublicationDraft, PublicationNote, PublicationReport } from '@malspar/publication-model';
import { isSettled, ReportState } from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';

/** A report that there should be. */
export interface Expected {
  readonly areaSlug: string;
  readonly areaTitle: string;
  readonly period: PeriodCode;
}

interface Facts {
  readonly draft: PublicationDraft;
  readonly listed: readonly PublicationReport[];
}

/** Every code of a note that a report can have, beside those of publishing itself. */
type NoteCode =
  | 'not_approved'
  | 'no_report'
  | 'gap_stated'
  | 'gap_needless'
  | 'revision_differs'
  | 'revision_repeats'
  | 'no_comparison'
  | 'no_year_verdict'
  | 'illustrative'
  | 'character_replaced'
  | 'unknown_area';

type Place = Pick<Expected, 'areaSlug' | 'period'>;

const isThere = ({ state }: PublicationReport): boolean => isSettled(ReportState.parse(state));
const same = (a: Place, b: Place): boolean => a.areaSlug === b.areaSlug && a.period === b.period;
const note = (code: NoteCode, ...rest: [Partial<Place>?, Record<string, string>?]): PublicationNote =>
  publicationNote(code, ...rest);

/** The gaps that are printed: one for each report that really is missing and whose reason is stated. */
export const neededGaps = (
  draft: PublicationDraft,
  listed: readonly PublicationReport[],
  expected: readonly Expected[],
): PublicationDraft['gaps'] =>
  expected
    .filter((each) => !listed.some((report) => same(report, each) && isThere(report)))
    .flatMap((each) => draft.gaps.find((gap) => same(gap, each)) ?? []);

/** Why there can be no report: parts that are neither there nor stated as missing, and areas that there are none of. */
export function blocksOf(
  facts: Facts & { readonly plan: Plan; readonly period: PeriodCode; readonly expected: readonly Expected[] },
): PublicationNote[] {
  const { plan, draft, listed, expected, period } = facts;
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
    ...[...draft.order, ...draft.gaps.map((gap) => gap.areaSlug)]
      .filter((slug) => !plan.focusAreas.some((area) => area.slug === slug))
      .map((slug) => note('unknown_area', {}, { slug })),
    ...(plan.start > end ? [note('no_report', {}, {})] : []),
  ];
}

/** A report whose revision is not in the newest version, though it may say the same. */
const isApprovedAnew = (report: PublicationReport): boolean => isThere(report) && !report.published;

/** All that was approved in vain, where the new version would say what the newest one says. */
export const repeatsOf = (listed: readonly PublicationReport[]): PublicationNote[] =>
  listed.filter(isApprovedAnew).map(repeated);

const repeated = (report: PublicationReport): PublicationNote =>
  note('revision_repeats', report, { title: report.areaTitle });

/** What does not stop anything, but should be known. */
export function differencesOf(
  facts: Facts & {
    /** Those that are printed. */
    readonly gaps: PublicationDraft['gaps'];
    readonly hasComparison: boolean;
    readonly isCorrection: boolean;
    /** Whether the area reads as it does in the newest version. */
    readonly saysAsBefore: (areaSlug: string) => boolean;
  },
): PublicationNote[] {
  const { draft, gaps, listed, hasComparison, isCorrection, saysAsBefore } = facts;
  return [
    ...gaps.map((gap) => note('gap_stated', gap, { reason: gap.reason })),
    ...listed
      .filter((report) => isThere(report) && draft.gaps.some((gap) => same(gap, report)))
      .map((report) => note('gap_needless', report)),
    ...(isCorrection
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
