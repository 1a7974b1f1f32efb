import {
  CORRECTION_REASON_MAX,
  FOREWORD_MAX,
  GAP_REASON_MAX,
  type PublicationDraft,
  type PublicationNote,
  type PublicationPreview,
  type ReportPlace,
  samePlace,
} from '@malspar/publication-model';
import { cleanText, isBlank, textLength } from '@malspar/shared-model';

/** A report that is missing, with the reason as far as it is written. */
export interface WrittenGap {
  readonly areaSlug: string;
  readonly period: string;
  readonly title: string;
  readonly reason: string;
}

/** What the coordinator has written around the reports, as it stands in the fields. */
export interface WrittenDraft {
  readonly foreword: string;
  readonly order: readonly string[];
  readonly gaps: readonly WrittenGap[];
  readonly correctionReason: string;
}

export const EMPTY_DRAFT: WrittenDraft = { foreword: '', order: [], gaps: [], correctionReason: '' };

/** As the server takes it: what is blank has not been said. `contentKind`: absent for the usual kind. */
export const toDraft = (
  { foreword, order, gaps, correctionReason }: WrittenDraft,
  contentKind?: string,
): PublicationDraft => ({
  ...(contentKind === undefined ? {} : { contentKind }),
  title: null,
  foreword,
  order: [...order],
  gaps: gaps
    .filter(({ reason }) => !isBlank(reason))
    .map(({ areaSlug, period, reason }) => ({ areaSlug, period, reason: cleanText(reason) })),
  correctionReason: cleanText(correctionReason) || null,
});

/** Whether nothing has been written or moved yet. */
export const isUnwritten = (written: WrittenDraft): boolean =>
  JSON.stringify(toDraft(written)) === JSON.stringify(toDraft(EMPTY_DRAFT));

/** Whether a text is longer than the server takes. */
export const hasTooLong = ({ foreword, gaps, correctionReason }: WrittenDraft): boolean =>
  textLength(foreword) > FOREWORD_MAX ||
  textLength(correctionReason) > CORRECTION_REASON_MAX ||
  gaps.some(({ reason }) => textLength(reason) > GAP_REASON_MAX);

/** Notes on a report that is not there: each may be published as a gap with a reason. */
const isMissing = ({ gap, areaSlug, period }: PublicationNote): boolean =>
  gap === 'missing' && areaSlug !== null && period !== null;

/** The gaps to ask about: those that the server misses now, and those already explained that still are gaps. */
export function gapsAfter(written: readonly WrittenGap[], preview: PublicationPreview): WrittenGap[] {
  const needless = preview.differs.filter(({ gap }) => gap === 'needless');
  const missed = preview.blockers.filter(isMissing);
  const within = (gap: WrittenGap, notes: readonly PublicationNote[]): boolean =>
    notes.some((note) => samePlace(gap, placeOf(note)));
  const kept = written.filter((gap) => (isBlank(gap.reason) ? within(gap, missed) : !within(gap, needless)));
  const found = missed
    .map((note) => ({ ...placeOf(note), title: note.params['title'] ?? note.areaSlug ?? '', reason: '' }))
    .filter((gap) => !kept.some((each) => samePlace(each, gap)));
  return [...kept, ...found];
}

const placeOf = ({ areaSlug, period }: PublicationNote): ReportPlace => ({
  areaSlug: areaSlug ?? '',
  period: period ?? '',
});
