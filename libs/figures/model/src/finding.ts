import {
  type Aimed,
  comparableValue,
  type ComparableValue,
  comparableYearBefore,
  comparePeriods,
  type Decimal,
  isYearOfPeriods,
  type MeasuredBy,
  parsePeriod,
  type PeriodCode,
  periodYearBefore,
  valueAt,
  wayToYear,
  yearValue,
} from '@malspar/shared-model';
import { basisText } from './basis-words.js';
import { aimSentence, changeSentence, movement } from './finding-of-change.js';
import { milestoneFinding } from './finding-of-milestones.js';
import { findingWords } from './finding-words.js';
import type { Language } from './language.js';
import { quantityText } from './numbers.js';
import { periodText } from './period-words.js';
import type { SeriesPoint } from './series-marks.js';

/** What a finding needs of an indicator. */
export interface FindingIndicator extends MeasuredBy, Aimed {
  readonly kind: 'numeric' | 'milestone';
  readonly unit: string;
  readonly baselineYear: number | null;
  readonly milestones: readonly {
    readonly title: string;
    readonly due: PeriodCode;
    readonly done: PeriodCode | null;
  }[];
}

/** The target in force; a null value is a target without a number. */
export interface FindingTarget {
  readonly targetValue: Decimal | null;
  readonly targetYear: number;
}

interface Told {
  readonly indicator: FindingIndicator;
  readonly series: readonly SeriesPoint[];
  readonly target: { readonly value: Decimal; readonly year: number } | null;
  readonly language: Language;
}

/**
 * What the figures say, in words: "Har minskat 44 % sedan 2019 (medelvärdet för 2024); målet till 2025 är 45 %", and
 * when that is met. Only what may be compared is: a year or what stands for one against the baseline and the target
 * value, a single period against the same one a year before. Shares change by percentage points, levels and an index in per cent of the
 * baseline; where that has no meaning, or nothing says what the unit is, both figures are given. It says what is, never
 * whether it is good: that is a person's judgement. `asOf` is the period that the report is on.
 */
export function findingCaption(
  indicator: FindingIndicator,
  series: readonly SeriesPoint[],
  { targetValue, targetYear }: FindingTarget,
  language: Language,
  asOf?: PeriodCode,
): string {
  if (indicator.kind === 'milestone') return milestoneFinding(indicator.milestones, language, asOf);
  const target = targetValue === null ? null : { value: targetValue, year: targetYear };
  const end = asOf === undefined ? null : parsePeriod(asOf).end;
  const known = series.filter(({ period }) => end === null || parsePeriod(period).end <= end);
  const told: Told = { indicator, series: known, target, language };
  const comparable = comparableValue(indicator, known, asOf);
  return comparable ? ofComparable(told, comparable) : ofSinglePeriod(told, asOf);
}

const joined = (...sentences: readonly (string | null)[]): string =>
  sentences.filter((sentence) => sentence !== null).join('; ');

function ofComparable(told: Told, comparable: ComparableValue): string {
  const { indicator, target, language } = told;
  const words = findingWords[language];
  const { value } = comparable;
  const note = comparable.provisional ? `; ${words.provisional}` : '';
  const when = basisText(comparable, language) + note;
  const facts = { indicator, target, value, year: parsePeriod(comparable.period).year, when, language };
  const hasBaseline = indicator.baseline !== null && indicator.baselineYear !== null;
  const change = changeSentence(facts) + (hasBaseline ? ` (${when})` : '');
  return joined(change, turnOfLastYear(told, comparable), laterValue(told, comparable), aimSentence(facts, value));
}

/** The last year's direction, where it goes against the long one. */
function turnOfLastYear({ indicator, series, language }: Told, comparable: ComparableValue): string | null {
  const before = comparableYearBefore(indicator, series, comparable);
  if (before === null || indicator.baseline === null) return null;
  const long = movement(indicator.baseline, comparable.value, indicator.decimals);
  const lately = movement(before.value, comparable.value, indicator.decimals);
  if (long === 0 || lately !== -long) return null;
  const [from, to] = [before, comparable].map(({ value }) => quantityText(value, indicator, language));
  return findingWords[language].lastYear(lately > 0, from ?? '', to ?? '');
}

const latestOf = (series: readonly SeriesPoint[]): (SeriesPoint & { readonly value: Decimal }) | null =>
  series
    .flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]))
    .reduce<(SeriesPoint & { value: Decimal }) | null>(
      (last, point) => (last && comparePeriods(last.period, point.period) > 0 ? last : point),
      null,
    );

/** A value of a later period, which does not make a year yet. */
function laterValue({ indicator, series, language }: Told, comparable: ComparableValue): string | null {
  const latest = latestOf(series);
  if (!latest || parsePeriod(latest.period).end <= parsePeriod(comparable.period).end) return null;
  const words = findingWords[language];
  const said = words.later(periodText(latest.period, language), quantityText(latest.value, indicator, language));
  return joinedYearAgo(said, { indicator, series, language }, latest.period);
}

function joinedYearAgo(
  said: string,
  { indicator, series, language }: Omit<Told, 'target'>,
  period: PeriodCode,
): string {
  const earlier = periodYearBefore(period);
  const value = valueAt(series, earlier);
  if (value === null) return said;
  return `${said}, ${findingWords[language].yearAgo(quantityText(value, indicator, language), periodText(earlier, language))}`;
}

/** One period's own value, where nothing can be compared with a year: never set against a baseline or a target. */
function ofSinglePeriod(told: Told, asOf: PeriodCode | undefined): string {
  const { indicator, series, language } = told;
  const words = findingWords[language];
  const latest = latestOf(series);
  if (!latest) return joined(words.noValue, aimSentence(told, null));
  const note = latest.provisional ? `; ${words.provisional}` : '';
  const when = periodText(latest.period, language) + note;
  const said = words.plain(quantityText(latest.value, indicator, language), when);
  return joined(joinedYearAgo(said, told, latest.period), whyNot(told, asOf), aimSentence(told, null));
}

/** Why a value is not compared, where the plan has stated how a year comes about. */
function whyNot({ indicator, series, language }: Told, asOf: PeriodCode | undefined): string | null {
  if (wayToYear(indicator) === null) return null;
  const words = findingWords[language];
  if (asOf === undefined || !isYearOfPeriods(indicator, asOf)) return words.notYet;
  const { year, periods, of } = yearValue(indicator, series, parsePeriod(asOf).year);
  return words.incomplete(year, periods.length, of);
}
