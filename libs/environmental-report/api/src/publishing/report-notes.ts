import {
  lacksYearVerdict,
  noteText,
  type NoteSubject,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import { periodText } from '@malspar/figures-model';
import { fontCoverage, keepToFonts } from '@malspar/print-api';
import { type KindNote, kindNote } from '@malspar/publication-api';
import {
  type PublicationDraft,
  type PublicationNote,
  type PublicationReport,
  type ReportPlace,
  samePlace,
} from '@malspar/publication-model';
import { isSettled, ReportState } from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode, type PlainDate } from '@malspar/shared-model';

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

const isThere = ({ state }: PublicationReport): boolean => isSettled(ReportState.parse(state));

type More = Pick<PublicationNote, 'gap' | 'leadsToPart'> & {
  readonly params?: PublicationNote['params'];
  /** What the area is called; else its slug, which is all that is known of it. */
  readonly title?: string | undefined;
  /** Where another sentence is said under the same code: of the whole, not of an area. */
  readonly as?: NoteSubject;
};

/** A note with its sentence, about a part or about the whole. */
function note(
  code: NoteSubject,
  place: Partial<ReportPlace> = {},
  { title, as = code, params = {}, ...more }: More = {},
): KindNote {
  const { areaSlug, period } = place;
  const named = period === undefined ? NO_PERIOD : { sv: periodText(period, 'sv'), en: periodText(period, 'en') };
  const area = title ?? areaSlug ?? params['slug'] ?? '';
  const text = noteText(as, { area, period: named, character: params['character'] ?? '' });
  const said = title === undefined ? params : { ...params, title };
  return kindNote(code, text, {
    ...(areaSlug ? { areaSlug } : {}),
    ...(period ? { period } : {}),
    params: said,
    ...more,
  });
}
const NO_PERIOD = { sv: '', en: '' };

/** The gaps that are printed: one for each report that really is missing and whose reason is stated. */
export const neededGaps = (
  draft: PublicationDraft,
  listed: readonly PublicationReport[],
  expected: readonly Expected[],
): PublicationDraft['gaps'] =>
  expected
    .filter((each) => !listed.some((report) => samePlace(report, each) && isThere(report)))
    .flatMap((each) => draft.gaps.find((gap) => samePlace(gap, each)) ?? []);

/** Why there can be no report: parts that are neither there nor stated as missing, and areas that there are none of. */
export function blockersOf(
  facts: Facts & {
    readonly plan: { readonly start: PlainDate; readonly focusAreas: readonly { readonly slug: string }[] };
    readonly period: PeriodCode;
    readonly expected: readonly Expected[];
  },
): KindNote[] {
  const { plan, draft, listed, expected, period } = facts;
  const { end } = parsePeriod(period);
  const missing = expected
    .filter((each) => !draft.gaps.some((gap) => samePlace(gap, each)))
    .flatMap((each) => {
      const report = listed.find((one) => samePlace(one, each));
      if (report && isThere(report)) return [];
      const about = { title: each.areaTitle, gap: 'missing' as const };
      return report
        ? [note('not_approved', each, { ...about, params: { state: report.state }, leadsToPart: true })]
        : [note('no_report', each, about)];
    });
  return [
    ...missing,
    ...(listed.some(isThere) || missing.length > 0 ? [] : [NOTHING_AT_ALL]),
    ...[...draft.order, ...draft.gaps.map((gap) => gap.areaSlug)]
      .filter((slug) => !plan.focusAreas.some((area) => area.slug === slug))
      .map((slug) => note('unknown_area', {}, { params: { slug } })),
    ...(plan.start > end ? [NOTHING_AT_ALL] : []),
  ];
}

/** There is nothing that could be published. */
const NOTHING_AT_ALL = note('no_report', {}, { as: 'nothing_at_all' });

/** A report whose revision is not in the newest version, though it may say the same. */
const isApprovedAnew = (report: PublicationReport): boolean => isThere(report) && !report.published;

/** All that was approved in vain, where the new version would say what the newest one says. */
export const repeatsOf = (listed: readonly PublicationReport[]): KindNote[] =>
  listed.filter(isApprovedAnew).map(repeated);

const repeated = (report: PublicationReport): KindNote =>
  note('revision_repeats', report, { title: report.areaTitle, leadsToPart: true });

/** What does not stop anything, but should be known. */
export function differencesOf(
  facts: Facts & {
    /** Those that are printed. */
    readonly gaps: PublicationDraft['gaps'];
    readonly hasComparison: boolean;
    readonly isCorrection: boolean;
    /** What areas are called, by slug. */
    readonly titles: ReadonlyMap<string, string>;
    /** Whether the area reads as it does in the newest version. */
    readonly saysAsBefore: (areaSlug: string) => boolean;
  },
): KindNote[] {
  const { draft, gaps, listed, titles, hasComparison, isCorrection, saysAsBefore } = facts;
  return [
    ...gaps.map((gap) => note('gap_stated', gap, { params: { reason: gap.reason }, title: titles.get(gap.areaSlug) })),
    ...listed
      .filter((report) => isThere(report) && draft.gaps.some((gap) => samePlace(gap, report)))
      .map((report) => note('gap_needless', report, { title: report.areaTitle, gap: 'needless' })),
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
export function notesOf(report: PublishedReport): KindNote[] {
  const { areas, ...rest } = report;
  const unshown = (part: unknown, place: Partial<ReportPlace> = {}, about: More = {}): KindNote[] =>
    keepToFonts(part, fontCoverage()).replaced.map((character) =>
      note('character_replaced', place, { params: { character: visible(character) }, ...about }),
    );
  return [
    ...unshown(rest, {}, { as: 'character_replaced_around' }),
    ...areas.flatMap((area) => unshown(area, { areaSlug: area.slug }, { title: area.title })),
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
