import type { Indicator, TargetVersion } from '@malspar/plan-model';
import { compareDecimals, periodsCompare } from '@malspar/shared-model';
import type { EntryContent, VerdictContent } from './entry.js';
import type { FieldPointer } from './field-paths.js';
import type { EntryDiff, FieldChange, ReportDiff, RevisionContent } from './report.js';
import { Assessment, Verdict } from './states.js';
import { meetsTarget } from './target-line.js';
import { shareOfWordsChanged } from './words.js';
import { YEAR_FIELD, type YearContent } from './year-part.js';

/**
 * One side of a comparison: a frozen revision, or a draft in the same shape. The year part stands against a year's: that
 * of the year before, or of the revision compared with.
 */
export interface Comparable extends Pick<RevisionContent, 'verdict' | 'entries'> {
  readonly year?: YearContent | undefined;
}

/** JSON Pointer to a field of the draft, or to what the plan says of the target. */
type ComparedPointer = FieldPointer | `${ListPointer}/${string}` | `/target/${'title' | 'targetValue' | 'targetYear'}`;
type ListPointer = '/parts' | '/milestones' | '/explanations';

interface Weighed extends FieldChange {
  readonly field: ComparedPointer;
  readonly weight: number;
}

// What a reviewer must not miss comes first: values that pass the target's line and judgements, then values by how far
// they moved, then words. Every report has new words: they only decide between what is otherwise alike.
const PASSES_LINE = 150;
const JUDGEMENT = 100;
const JUDGEMENT_STEP = 10;
const VALUE = 60;
const TARGET = 50;
const EXPLANATION = 3;
const WORDS = 2;
// A value where the last report had none, as a yearly one in the year's last quarter, has come but not moved.
const NEW_VALUE = 0.25;

/** A report against another: entries and verdict with what changed, largest change first; the unchanged by code. */
export function reportDiff(now: Comparable, before: Comparable | null, against: ReportDiff['against']): ReportDiff {
  if (!before) return { against: null, entries: [], unchanged: [] };
  const entries = now.entries.map((entry) =>
    entryDiff(
      entry,
      before.entries.find((each) => each.targetCode === entry.targetCode),
      yearAssessmentChanges(entry.targetCode, now.year, before.year),
    ),
  );
  const diffs = [verdictDiff(now, before), ...entries];
  return {
    against,
    entries: diffs.filter((diff) => diff.changes.length > 0).sort((a, b) => b.weight - a.weight),
    unchanged: entries.filter((diff) => diff.changes.length === 0).flatMap((diff) => diff.targetCode ?? []),
  };
}

type ComparedEntry = RevisionContent['entries'][number];

function entryDiff(now: ComparedEntry, before: ComparedEntry | undefined, ofYear: readonly Weighed[]): EntryDiff {
  const changes = [...targetChanges(now.target, before?.target), ...contentChanges(now, before?.content), ...ofYear];
  return diffOf(now.targetCode, now.target.title, changes);
}

function diffOf(targetCode: string | null, title: string, changes: readonly Weighed[]): EntryDiff {
  return {
    targetCode,
    title,
    changes: [...changes]
      .sort((a, b) => b.weight - a.weight)
      .map(({ field, before, after }) => ({ field, before, after })),
    weight: changes.reduce((sum, change) => sum + change.weight, 0),
  };
}

function verdictDiff(now: Comparable, before: Comparable): EntryDiff {
  return diffOf(null, '', [
    ...verdictChanges('', now.verdict, before.verdict),
    ...(now.year ? verdictChanges(YEAR_FIELD, now.year, before.year ?? NO_VERDICT) : []),
  ]);
}

const NO_VERDICT: VerdictContent = { verdict: null, explanation: '' };

const verdictChanges = (root: '' | typeof YEAR_FIELD, now: VerdictContent, before: VerdictContent): Weighed[] => [
  ...judgement(`${root}/verdict`, Verdict.options, now.verdict, before.verdict),
  ...words(`${root}/explanation`, now.explanation, before.explanation, WORDS),
];

function yearAssessmentChanges(code: string, now: YearContent | undefined, before: YearContent | undefined): Weighed[] {
  const [after, earlier] = [now, before].map((year) => year?.targets.find((each) => each.targetCode === code));
  if (!after) return [];
  return [
    ...judgement(`${YEAR_FIELD}/assessment`, Assessment.options, after.assessment, earlier?.assessment ?? null),
    ...words(`${YEAR_FIELD}/comment`, after.comment, earlier?.comment ?? '', WORDS),
  ];
}

function targetChanges(now: TargetVersion, before: TargetVersion | undefined): Weighed[] {
  if (!before) return [];
  return [
    ...plain('/target/title', now.title, before.title, TARGET),
    ...plain('/target/targetValue', now.targetValue, before.targetValue, TARGET),
    ...plain('/target/targetYear', String(now.targetYear), String(before.targetYear), TARGET),
  ];
}

function contentChanges(entry: ComparedEntry, before: EntryContent | undefined): Weighed[] {
  const now = entry.content;
  return [
    ...judgement('/assessment', Assessment.options, now.assessment, before?.assessment ?? null),
    ...valueChanges(entry, before),
    ...words('/noValueReason', now.noValueReason, before?.noValueReason ?? '', EXPLANATION),
    ...listed('/parts', partsOf(now), partsOf(before), EXPLANATION),
    ...listed('/milestones', milestonesOf(now), milestonesOf(before), VALUE),
    ...words('/comment', now.comment, before?.comment ?? '', WORDS),
    ...words('/measure/text', now.measure?.text ?? '', before?.measure?.text ?? '', WORDS),
    ...plain('/measure/responsible', now.measure?.responsible || null, before?.measure?.responsible || null, WORDS / 2),
    ...plain('/measure/dueOn', now.measure?.dueOn ?? null, before?.measure?.dueOn ?? null, WORDS / 2),
    ...listed('/explanations', explanationsOf(now), explanationsOf(before), EXPLANATION),
  ];
}

// Two reports are on different periods: their values are compared by place, the last with the last.
function valueChanges(entry: ComparedEntry, before: EntryContent | undefined): Weighed[] {
  const written = (content: EntryContent | undefined): (string | null)[] =>
    [...(content?.values ?? [])].sort((a, b) => a.period.localeCompare(b.period)).map((value) => value.value);
  const [after, earlier] = [written(entry.content), written(before)];
  return after.flatMap((value, index) => {
    const old = earlier.at(index - after.length) ?? null;
    const same = value === old || (value !== null && old !== null && compareDecimals(value, old) === 0);
    return same ? [] : [{ field: `/values/${index}`, before: old, after: value, weight: movement(entry, old, value) }];
  });
}

function movement({ indicator, target }: ComparedEntry, before: string | null, after: string | null): number {
  if (before === null || after === null) return VALUE * NEW_VALUE;
  // Only where a period's value may be set against the target has it a line to pass.
  const meets = (value: string): boolean | null =>
    periodsCompare(indicator) ? meetsTarget(value, indicator, target) : null;
  const scale = scaleOf(indicator, target);
  const moved = scale ? Math.min(1, Math.abs(Number(after) - Number(before)) / scale) : 1;
  return VALUE * moved + (meets(before) === meets(after) ? 0 : PASSES_LINE);
}

/** What counts as a whole step of the value: from baseline to target, or the size of the target. */
function scaleOf(indicator: Indicator, target: TargetVersion): number | null {
  if (target.targetValue === null) return null;
  const value = Number(target.targetValue);
  const way = indicator.baseline === null ? 0 : Math.abs(value - Number(indicator.baseline));
  return way || Math.abs(value) || null;
}

function judgement(
  field: ComparedPointer,
  order: readonly string[],
  after: string | null,
  before: string | null,
): Weighed[] {
  if (after === before) return [];
  const steps = after === null || before === null ? 1 : Math.abs(order.indexOf(after) - order.indexOf(before));
  return [{ field, before, after, weight: JUDGEMENT + JUDGEMENT_STEP * steps }];
}

function plain(field: ComparedPointer, after: string | null, before: string | null, weight: number): Weighed[] {
  return after === before ? [] : [{ field, before, after, weight }];
}

function words(field: ComparedPointer, after: string, before: string, weight: number): Weighed[] {
  if (after === before) return [];
  const share = shareOfWordsChanged(before, after);
  return [{ field, before: before || null, after: after || null, weight: weight * share }];
}

function listed(root: ListPointer, after: Map<string, string>, before: Map<string, string>, weight: number): Weighed[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    plain(
      `${root}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      after.get(key) ?? null,
      before.get(key) ?? null,
      weight,
    ),
  );
}

const partsOf = (content?: EntryContent): Map<string, string> =>
  new Map(content?.parts.map((part) => [part.label, part.value]));

const milestonesOf = (content?: EntryContent): Map<string, string> =>
  new Map(content?.milestones.flatMap(({ index, done }) => (done ? [[String(index), done] as const] : [])));

const explanationsOf = (content?: EntryContent): Map<string, string> =>
  new Map(Object.entries(content?.explanations ?? {}).filter(([, text]) => text !== ''));
