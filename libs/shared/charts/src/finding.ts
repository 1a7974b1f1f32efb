import { type Decimal, decimalsOf, differenceOf, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { findingWords } from './finding-words.js';
import { milestoneFinding } from './finding-of-milestones.js';
import type { Language } from './language.js';
import { exactDecimal, isIndex, isShare, numberText, percentText, quantityText } from './numbers.js';

/** What a finding needs of an indicator. */
export interface FindingIndicator {
  readonly kind: 'numeric' | 'milestone';
  readonly unit: string;
  readonly decimals: number;
  readonly baselineYear: number | null;
  readonly baseline: Decimal | null;
  readonly milestones: readonly {
    readonly title: string;
    readonly due: PeriodCode;
    readonly done: PeriodCode | null;
  }[];
}

export interface FindingPoint {
  readonly period: PeriodCode;
  readonly value: Decimal | null;
  readonly provisional: boolean;
}

/** The target in force; a null value is a target without a number. */
export interface FindingTarget {
  readonly targetValue: Decimal | null;
}

interface Facts {
  readonly indicator: FindingIndicator;
  readonly target: Decimal | null;
  readonly latest: Decimal;
  readonly period: PeriodCode;
  readonly language: Language;
}

/**
 * What the figures say, in words: "Har minskat 43 % sedan 2019; målet är 45 %". Shares change by percentage points, an
 * index and everything else in per cent of the baseline; where a percentage has no meaning (the baseline is zero, or
 * the sign has changed) both figures are given. It says what is, never whether it is good: that is a person's judgement.
 * `asOf` is the period that the report is on; milestones are late or not by it.
 */
export function findingCaption(
  indicator: FindingIndicator,
  series: readonly FindingPoint[],
  target: FindingTarget,
  language: Language,
  asOf?: PeriodCode,
): string {
  if (indicator.kind === 'milestone') return milestoneFinding(indicator.milestones, language, asOf);
  const words = findingWords[language];
  const latest = series.findLast((point) => point.value !== null);
  if (!latest || latest.value === null) {
    return join(words.noValue, aimWithoutValue(indicator, target.targetValue, language));
  }
  const facts: Facts = {
    indicator,
    target: target.targetValue,
    latest: latest.value,
    period: latest.period,
    language,
  };
  const notes = [
    ...(latest.provisional ? [words.provisional] : []),
    ...(series.at(-1) === latest ? [] : [words.latestFrom(latest.period)]),
  ];
  return join(change(facts), aim(facts)) + (notes.length > 0 ? ` (${notes.join('; ')})` : '');
}

const join = (what: string, aimed: string | null): string => (aimed === null ? what : `${what}; ${aimed}`);

const quantity = (facts: Facts, value: Decimal): string =>
  quantityText(value, facts.indicator.unit, facts.indicator.decimals, facts.language);

function change(facts: Facts): string {
  const { indicator, latest, period, language } = facts;
  const words = findingWords[language];
  const { baseline, baselineYear } = indicator;
  if (baseline === null || baselineYear === null) return words.plain(quantity(facts, latest), period);
  const difference = differenceOf(latest, baseline);
  // A figure for the base year itself has not changed *since* it.
  const since = parsePeriod(period).year > baselineYear;
  if (Number(difference) === 0) {
    return words.unchanged(quantity(facts, latest), baselineYear, since);
  }
  const rising = !difference.startsWith('-');
  if (isShare(indicator.unit)) {
    const decimals = Math.max(
      decimalsOf(exactDecimal(latest, indicator.decimals)),
      decimalsOf(exactDecimal(baseline, 0)),
    );
    const points = words.points(numberText(difference.replace('-', ''), decimals, language));
    return words.changed(rising, points, baselineYear, since, quantity(facts, latest));
  }
  const percent = changeInPercent(Number(baseline), Number(latest));
  if (percent === null) return words.fromTo(rising, quantity(facts, baseline), quantity(facts, latest), baselineYear);
  const level = isIndex(indicator.unit) ? null : quantity(facts, latest);
  const text = percentText(numberText(Math.abs(percent), decimalsToTell(facts, percent), language), language);
  return words.changed(rising, text, baselineYear, since, level);
}

/** In per cent of the baseline; null where that means nothing. */
function changeInPercent(baseline: number, value: number): number | null {
  return baseline === 0 || Math.sign(value) === -Math.sign(baseline)
    ? null
    : (100 * (value - baseline)) / Math.abs(baseline);
}

// Rounding must not make a change look like none, nor a figure that falls short look like the target.
function decimalsToTell(facts: Facts, percent: number): number {
  const aimed = aimInPercent(facts.indicator, facts.target);
  const differs = (decimals: number): boolean => {
    const shown = Math.abs(percent).toFixed(decimals);
    if (Number(shown) === 0) return false;
    return aimed === null || Math.abs(aimed - percent) < 1e-9 || shown !== Math.abs(aimed).toFixed(decimals);
  };
  return [0, 1].find(differs) ?? 2;
}

function aimInPercent(indicator: FindingIndicator, target: Decimal | null): number | null {
  if (target === null || indicator.baseline === null || !isIndex(indicator.unit)) return null;
  return changeInPercent(Number(indicator.baseline), Number(target));
}

function aim(facts: Facts): string | null {
  const { indicator, target, latest, language } = facts;
  if (target === null) return null;
  const words = findingWords[language];
  const percent = aimInPercent(indicator, target);
  if (percent === null) return words.aim(quantity(facts, target));
  if (percent === 0) return words.aimUnchanged;
  const text = aimText(percent, language);
  const moved = Number(latest) - Number(indicator.baseline);
  return Math.sign(moved) === Math.sign(percent) ? words.aim(text) : words.aimOtherWay(percent > 0, text);
}

function aimWithoutValue(indicator: FindingIndicator, target: Decimal | null, language: Language): string | null {
  if (target === null) return null;
  const words = findingWords[language];
  const percent = aimInPercent(indicator, target);
  if (percent) return words.aimOtherWay(percent > 0, aimText(percent, language));
  return words.aim(quantityText(target, indicator.unit, indicator.decimals, language));
}

function aimText(percent: number, language: Language): string {
  const size = Math.abs(percent);
  return percentText(numberText(size, Math.abs(size - Math.round(size)) < 1e-9 ? 0 : 1, language), language);
}
