import {
  type FiredCheck,
  type EarlierEntry,
  type Entry,
  type EntryDiff,
  type EntryValue,
  isSentBack,
  lacksReply,
  isWritten,
  type Report,
  type ReportComment,
  type ReportDiff,
  type Revision,
  type TimelineItem,
  type YearContent,
} from '@malspar/reporting-model';
import type { PeriodCode, Provenance } from '@malspar/shared-model';
import { type ReviewField, reviewFields, sameCadence, type Said, type SaidOfYear } from './review-fields';

/** What is reviewed as one: a target's entry, or (without a target) the area's verdict. */
export interface ReviewSubject {
  readonly targetCode: string | null;
  readonly title: string;
  readonly entry: Entry | null;
  readonly fields: readonly ReviewField[];
  readonly changed: boolean;
  /** Whether a report that is being written says nothing of it yet. */
  readonly unwritten: boolean;
  /** Whether what it says now, and what it is compared with, are examples. */
  readonly examples: { readonly now: boolean; readonly before: boolean };
  /** Soft checks that fired, each with its explanation among the fields. */
  readonly softChecks: readonly FiredCheck[];
  /** Comments of earlier rounds. */
  readonly comments: readonly ReportComment[];
}

export interface ReviewContent {
  /** What is to be read: what a reviewer asked about first, what was replied to foremost; then the largest change first. */
  readonly shown: readonly ReviewSubject[];
  /** Neither changed nor asked about, or not written yet, in the plan's order. */
  readonly unchanged: readonly ReviewSubject[];
}

/**
 * The report as a reviewer reads it. `diff` decides the order and what is changed; it is null for those who may read
 * the report but not take part. `returned` is the revision compared with; without it the last approved period is.
 */
export function reviewContent(report: Report, diff: ReportDiff | null, returned: Revision | null): ReviewContent {
  const subjects = [
    subjectOf(report, null, diffOf(diff, null), verdictBefore(report, returned)),
    ...report.entries.map((entry) =>
      subjectOf(report, entry, diffOf(diff, entry.targetCode), entryBefore(entry, report, returned)),
    ),
  ];
  const order = diff?.entries.map((entry) => entry.targetCode) ?? [];
  const place = (subject: ReviewSubject): number => {
    const at = order.indexOf(subject.targetCode);
    return at < 0 ? order.length : at;
  };
  const discussed = commentsInPlay(report);
  const asked = (subject: ReviewSubject): number => {
    const comments = discussed.filter((comment) => comment.targetCode === subject.targetCode);
    return comments.some((comment) => comment.reply !== null) ? 0 : comments.length > 0 ? 1 : 2;
  };
  const isShown = (subject: ReviewSubject): boolean => (subject.changed && !subject.unwritten) || asked(subject) < 2;
  return {
    shown: subjects.filter(isShown).sort((a, b) => asked(a) - asked(b) || place(a) - place(b)),
    unchanged: subjects.filter((subject) => !isShown(subject)),
  };
}

// Those of the latest round, and any that still waits for a reply: older ones have been read with their replies already.
function commentsInPlay({ comments }: Pick<Report, 'comments'>): readonly ReportComment[] {
  const latest = Math.max(...comments.map((comment) => comment.revision));
  return comments.filter((comment) => comment.revision === latest || lacksReply(comment));
}

// Nothing to compare with: everything is new.
type Changes = EntryDiff['changes'] | 'new' | null;

function diffOf(diff: ReportDiff | null, targetCode: string | null): Changes {
  if (!diff) return null;
  if (!diff.against) return 'new';
  return diff.entries.find((entry) => entry.targetCode === targetCode)?.changes ?? [];
}

/** What was said before, and whether any of it is an example. */
interface Before {
  readonly said: Said | null;
  readonly isExample: boolean;
}

function subjectOf(report: Report, entry: Entry | null, changes: Changes, before: Before): ReviewSubject {
  const said = entry ? entry.content : report.verdictContent;
  const now = { ...said, year: saidOfYear(yearOf(report), entry?.targetCode ?? null) };
  const fields = reviewFields(now, before.said, changes === 'new' ? null : changes);
  const code = entry?.targetCode ?? null;
  return {
    targetCode: code,
    title: entry?.target.title ?? '',
    entry,
    fields,
    changed: changes === 'new' || fields.some((field) => field.changed),
    unwritten: isBeingWritten(report) && fields.every((field) => field.after === null),
    examples: {
      now:
        fields.some(({ after }) => after !== null) &&
        isExample(
          entry?.contentProvenance ?? report.verdictProvenance,
          entry ? report.year?.provenances[entry.targetCode] : report.year?.verdictProvenance,
        ),
      before: before.isExample && fields.some((field) => field.before !== null),
    },
    softChecks: report.checks.filter((check) => check.kind === 'soft' && check.targetCode === code),
    comments: report.comments.filter((comment) => comment.targetCode === code),
  };
}

/** Whether the report is with its owner: what is read is then a draft. */
export const isBeingWritten = ({ state }: Pick<Report, 'state'>): boolean => isWritten(state);

/** What is said of the whole year, of a target or of the area; a year stands against a year. */
function saidOfYear(
  year: (YearContent & { period: PeriodCode }) | null | undefined,
  code: string | null,
): SaidOfYear | null {
  const said = code === null ? year : year?.targets.find((each) => each.targetCode === code);
  return year && said ? { ...said, period: year.period } : null;
}

const yearOf = ({ year }: Pick<Report, 'year'>) => year && { ...year.content, period: year.period };

const withYear = (said: Said | null | undefined, year: SaidOfYear | null): Said | null =>
  said ? { ...said, year } : null;

const isExample = (...origins: readonly (Entry['contentProvenance'] | null | undefined)[]): boolean =>
  origins.includes('illustrative');

/**
 * What was said of a target in the last report, with its values in the places of those that they stand against: the
 * last with the last, but a year's value always with an earlier year's, which stood in an older report.
 */
function lastOf({ last, content, series }: Entry): EarlierEntry | null {
  const now = byPeriod(content.values);
  if (!last || now.length === 0) return last;
  const was = byPeriod(last.values);
  const values = now.map(({ period }, place): EntryValue & { readonly provenance?: Provenance } => {
    const beside = was.at(place - now.length);
    if (beside && sameCadence(beside.period, period)) return beside;
    const older = series.findLast((point) => point.period < period && sameCadence(point.period, period));
    return older ?? { period, value: null };
  });
  const example = values.some(({ provenance }) => isExample(provenance));
  return { ...last, values, provenance: example ? 'illustrative' : last.provenance };
}

const byPeriod = (values: Entry['content']['values']) => [...values].sort((a, b) => a.period.localeCompare(b.period));

function entryBefore(entry: Entry, report: Report, returned: Revision | null): Before {
  const { targetCode } = entry;
  const last = lastOf(entry);
  const frozen = returned?.content.entries.find((each) => each.targetCode === targetCode);
  const year = (returned ? returned.content.year : report.year?.last) ?? null;
  return {
    said: withYear(returned ? frozen?.content : last, saidOfYear(year, targetCode)),
    isExample: isExample(
      (returned ? frozen : last)?.provenance,
      year?.targets.find((each) => each.targetCode === targetCode)?.provenance,
    ),
  };
}

function verdictBefore(report: Report, returned: Revision | null): Before {
  const year = (returned ? returned.content.year : report.year?.last) ?? null;
  return {
    said: withYear(returned ? returned.content.verdict : report.lastVerdict, saidOfYear(year, null)),
    isExample: isExample(
      returned ? returned.content.verdictProvenance : report.lastVerdict?.provenance,
      year?.verdictProvenance,
    ),
  };
}

/** The latest revision before the current one that was sent back since the report was last published; null when none. */
export function returnedRevision(
  report: Pick<Report, 'revision' | 'correction'>,
  timeline: readonly TimelineItem[],
): number | null {
  const [published, current] = [report.correction?.revision ?? 0, report.revision?.number ?? 0];
  const numbers = timeline
    .filter(({ to }) => to !== null && isSentBack(to))
    .map(({ revision }) => revision ?? 0)
    .filter((number) => number > published && number < current);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}

/** What decides a period's or a revision's place in the address: `?mot=2`, absent for the default. */
export type Against = 'period' | number;

/**
 * Which comparison is asked for. The first choice is the revision that the present one answers to: what was returned, or
 * else what a correction corrects.
 */
export function againstOf(
  asked: string | undefined,
  { returned, published }: { readonly returned: number | null; readonly published: number | null },
): Against {
  if (asked === 'period') return 'period';
  const number = Number(asked);
  if (asked && Number.isInteger(number) && number > 0) return number;
  return returned ?? published ?? 'period';
}

/** Where a field stands on the page, as an element id; an empty field gives the subject's own. */
export const fieldAnchor = (targetCode: string | null, field: string): string =>
  `${targetCode ?? 'area'}${field.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
