import { exactDecimal } from '@malspar/figures-model';
import {
  comparableValue,
  type ComparableValue,
  comparableYearBefore,
  type Decimal,
  isBlank,
  parsePeriod,
  type PeriodCode,
  type ValueInSeries,
  wayToYear,
} from '@malspar/shared-model';
import { type CheckedEntry, exampleParams, type FiredRule } from './check-rules.js';
import { acceptedValues, knownValues } from './checks-of-values.js';
import type { EntryContent } from './entry.js';
import { hasEndedBy } from './period-ends.js';
import { type KnownValue, usualChange } from './series-rules.js';
import { distanceToTarget, meetsTarget } from './target-line.js';

/** No assessment, or one that the numbers or the milestones speak against. */
export function assessmentChecks(entry: CheckedEntry, period: PeriodCode): FiredRule[] {
  const { assessment, values } = entry.content;
  if (assessment === null) return [{ kind: 'hard', code: 'no_assessment', field: '/assessment' }];
  const params =
    assessment === 'not_measured' && acceptedValues(entry.indicator, values).length > 0
      ? { why: 'has_value' }
      : entry.indicator.kind === 'milestone'
        ? againstMilestones(entry, period)
        : againstNumbers(entry, period);
  return params ? [{ kind: 'soft', code: 'assessment_contradicts', field: '/assessment', params }] : [];
}

function againstMilestones({ content, indicator }: CheckedEntry, period: PeriodCode): FiredRule['params'] | null {
  const open = indicator.milestones.filter((milestone, index) => {
    const written = content.milestones.find((each) => each.index === index);
    return (written ? written.done : milestone.done) === null;
  });
  const [next] = open;
  if (content.assessment === 'achieved' && next) return { why: 'milestone_open', milestone: next.title };
  const late = open.find((milestone) => parsePeriod(milestone.due).end < parsePeriod(period).end);
  return content.assessment === 'on_track' && late ? { why: 'milestone_late', milestone: late.title } : null;
}

function againstNumbers(entry: CheckedEntry, period: PeriodCode): FiredRule['params'] | null {
  const { content, indicator, target } = entry;
  if (target.targetValue === null) return null;
  const values = knownValues(entry).filter((value) => hasEndedBy(value.period, period));
  const known = values.map((value) => ({ period: value.period, value: value.written }));
  const latest = comparableValue(indicator, known);
  if (!latest) return content.assessment === 'achieved' ? againstNoYear(entry, known) : null;
  const exact = (value: Decimal): Decimal => exactDecimal(value, indicator.decimals);
  const common = { ...madeOf(latest), value: exact(latest.value), target: exact(target.targetValue) };
  const examples = { value: isExample(latest, values), target: isAimExample(entry) };
  if (content.assessment === 'achieved' && meetsTarget(latest.value, indicator, target) === false) {
    return { why: 'below_target', ...common, ...exampleParams(examples) };
  }
  if (content.assessment === 'on_track' && hasMissed(entry, latest)) {
    return { why: 'time_is_up', ...common, year: target.targetYear, ...exampleParams(examples) };
  }
  const before = content.assessment === 'on_track' ? earlierComparable(entry, known, latest) : null;
  if (!before || !movesAway(entry, latest, before)) return null;
  const last = { lastPeriod: before.period, last: exact(before.value) };
  return {
    ...{ why: 'moving_away', ...common, ...last },
    ...exampleParams({ ...examples, last: isExample(before, values) }),
  };
}

/** Whether any value that the value is made of is an example. */
const isExample = ({ period, periods }: ComparableValue, values: readonly KnownValue[]): boolean =>
  values.some((each) => each.isExample && (each.period === period || periods.includes(each.period)));

const isAimExample = ({ target, provenance }: CheckedEntry): boolean =>
  (target.targetValueProvenance ?? provenance) === 'illustrative';

/** A year's target cannot have been met before there is a year, where the plan says how one comes about. */
function againstNoYear(entry: CheckedEntry, known: readonly ValueInSeries[]): FiredRule['params'] | null {
  const { indicator, target } = entry;
  const latest = known.at(-1);
  if (!latest || indicator.cadence === 'year' || wayToYear(indicator) === null) return null;
  const aim = exactDecimal(target.targetValue ?? '0', indicator.decimals);
  return { why: 'no_whole_year', target: aim, ...exampleParams({ target: isAimExample(entry) }) };
}

/** What the value is the value of, for telling it. */
const madeOf = ({ basis, period, periods }: ComparableValue) => ({
  basis,
  period,
  from: periods.at(0) ?? period,
  to: periods.at(-1) ?? period,
});

// A year before, so that seasons cancel out; where that is not known, the one before.
function earlierComparable(
  { indicator }: CheckedEntry,
  known: readonly ValueInSeries[],
  latest: ComparableValue,
): ComparableValue | null {
  const { end } = parsePeriod(latest.period);
  const earlier = known.filter((each) => parsePeriod(each.period).end < end);
  return comparableYearBefore(indicator, known, latest) ?? comparableValue(indicator, earlier);
}

// The value of the target's last period, or of a later one: there is no way left to be on the right one.
const hasMissed = ({ indicator, target }: CheckedEntry, latest: ComparableValue): boolean =>
  hasEndedBy(String(target.targetYear), latest.period) && meetsTarget(latest.value, indicator, target) === false;

// Away from the target by more than the value usually moves from one period to the next: noise is not a direction.
function movesAway(entry: CheckedEntry, latest: ComparableValue, before: ComparableValue): boolean {
  const away = ({ value }: ComparableValue): number => distanceToTarget(value, entry.indicator, entry.target);
  const to = latest.periods.at(-1) ?? latest.period;
  return away(latest) > away(before) + (usualChange(knownValues(entry), to) ?? 0);
}

/** A measure with what, who and when is demanded where the target is in doubt. */
export function measureChecks(content: EntryContent, period: PeriodCode): FiredRule[] {
  return [...missingMeasure(content), ...measureDate(content, period)];
}

/** A measure that should have ended before its period began, or that ends so late that nobody follows it up. */
function measureDate({ measure }: EntryContent, period: PeriodCode): FiredRule[] {
  if (!measure?.dueOn) return [];
  const { start, end } = parsePeriod(period);
  const latest = `${Number(end.slice(0, 4)) + MEASURE_YEARS}${end.slice(4)}`;
  const why = measure.dueOn < start ? 'before' : measure.dueOn > latest ? 'far' : null;
  return why
    ? [{ kind: 'soft', code: 'measure_date', field: '/measure/dueOn', params: { why, years: MEASURE_YEARS } }]
    : [];
}

const MEASURE_YEARS = 10;

function missingMeasure({ assessment, measure }: EntryContent): FiredRule[] {
  if (assessment !== 'uncertain' && assessment !== 'will_not_reach') return [];
  if (!measure || isBlank(measure.text)) return [{ kind: 'hard', code: 'no_measure', field: '/measure/text' }];
  const fired: FiredRule[] = [];
  if (isBlank(measure.responsible)) {
    fired.push({ kind: 'hard', code: 'no_measure_responsible', field: '/measure/responsible' });
  }
  if (measure.dueOn === null) fired.push({ kind: 'hard', code: 'no_measure_date', field: '/measure/dueOn' });
  return fired;
}

const sameWords = (a: string, b: string): boolean => {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv');
  return plain(a) === plain(b);
};

/** The last period's comment again; only asked about where there is something new to say. */
export function sameText(entry: CheckedEntry, measurable: boolean): FiredRule[] {
  const { content, duePeriods, indicator, last } = entry;
  const somethingNew = indicator.kind === 'milestone' || (measurable && duePeriods.length > 0);
  if (!last || !somethingNew || isBlank(content.comment) || !sameWords(content.comment, last.comment)) return [];
  return [{ kind: 'soft', code: 'same_text', field: '/comment', params: { lastPeriod: last.period } }];
}
