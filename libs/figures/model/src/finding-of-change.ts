import {
  type Aimed,
  compareDecimals,
  type Decimal,
  decimalsOf,
  differenceOf,
  distance,
  type QuantityKind,
  sameWithin,
  standingOf,
} from '@malspar/shared-model';
import { findingWords } from './finding-words.js';
import type { Language } from './language.js';
import { exactDecimal, numberText, percentText, quantityText } from './numbers.js';

/** A value that may be set against the baseline and the target value, with what it is told by. */
export interface ChangeFacts {
  readonly indicator: Aimed & {
    readonly unit: string;
    readonly decimals: number;
    readonly quantityKind?: QuantityKind | null | undefined;
    readonly baselineYear: number | null;
  };
  readonly target: { readonly value: Decimal; readonly year: number } | null;
  readonly value: Decimal;
  /** The year that the value ends in, and what it is the value of in words. */
  readonly year: number;
  readonly when: string;
  readonly language: Language;
}

const quantity = ({ indicator, language }: Pick<ChangeFacts, 'indicator' | 'language'>, value: Decimal): string =>
  quantityText(value, indicator, language);

/** -1, 0 or 1: the way from one value to another; what is the same when rounded has not moved. */
export const movement = (from: Decimal, to: Decimal, decimals: number): number =>
  sameWithin(from, to, decimals) ? 0 : compareDecimals(to, from);

/** The change since the baseline: in points, in per cent, or both figures where neither has a meaning. */
export function changeSentence(facts: ChangeFacts): string {
  const { indicator, value, language } = facts;
  const words = findingWords[language];
  const { baseline, baselineYear, decimals } = indicator;
  if (baseline === null || baselineYear === null) return words.plain(quantity(facts, value), facts.when);
  // A figure for the base year itself has not changed *since* it.
  const since = facts.year > baselineYear;
  const moved = movement(baseline, value, decimals);
  if (moved === 0) return words.unchanged(quantity(facts, value), baselineYear, since);
  const by = sizeOfChange(facts, baseline);
  if (by === null) {
    return words.fromTo(moved > 0, quantity(facts, baseline), quantity(facts, value), baselineYear, since);
  }
  return words.changed(moved > 0, by.text, baselineYear, since, by.withLevel ? quantity(facts, value) : null);
}

function sizeOfChange(facts: ChangeFacts, baseline: Decimal): { text: string; withLevel: boolean } | null {
  const { indicator, value, language } = facts;
  switch (indicator.quantityKind) {
    case 'share': {
      const size = distance(value, baseline);
      const places = Math.max(
        decimalsOf(exactDecimal(value, indicator.decimals)),
        decimalsOf(exactDecimal(baseline, 0)),
      );
      return { text: findingWords[language].points(numberText(size, places, language)), withLevel: true };
    }
    case 'level':
    case 'index': {
      const percent = changeInPercent(baseline, value);
      const places = percent === null ? null : decimalsToTell(facts, percent);
      if (percent === null || places === null) return null;
      const text = percentText(numberText(Math.abs(percent), places, language), language);
      return { text, withLevel: indicator.quantityKind === 'level' };
    }
    case 'change_since_base':
      // The value is the change itself, where it is counted from nothing.
      return compareDecimals(baseline, '0') === 0
        ? { text: quantity(facts, value.replace('-', '')), withLevel: false }
        : null;
    default:
      return null;
  }
}

/** In per cent of the baseline; null where that means nothing: from zero, and across it. */
function changeInPercent(baseline: Decimal, value: Decimal): number | null {
  const [from, to] = [compareDecimals(baseline, '0'), compareDecimals(value, '0')];
  if (from === 0 || from === -to) return null;
  return (100 * Number(differenceOf(value, baseline))) / Math.abs(Number(baseline));
}

// Rounding must not make a change look like none, nor a figure that falls short look like the target.
function decimalsToTell(facts: ChangeFacts, percent: number): number | null {
  const aimed = aimInPercent(facts);
  const differs = (decimals: number): boolean => {
    const shown = Math.abs(percent).toFixed(decimals);
    if (Number(shown) === 0) return false;
    return aimed === null || Math.abs(aimed - percent) < 1e-9 || shown !== Math.abs(aimed).toFixed(decimals);
  };
  return [0, 1, 2].find(differs) ?? null;
}

type AimFacts = Pick<ChangeFacts, 'indicator' | 'target' | 'language'>;

function aimInPercent({ indicator, target }: AimFacts): number | null {
  if (target === null || indicator.baseline === null || indicator.quantityKind !== 'index') return null;
  return changeInPercent(indicator.baseline, target.value);
}

/** What the target is as a change from the baseline, for what is told as a change; null where it is told as a level. */
function aimedChange(facts: AimFacts): { readonly way: number; readonly text: string } | null {
  const { indicator, target, language } = facts;
  if (target === null || indicator.baseline === null) return null;
  const percent = aimInPercent(facts);
  if (percent !== null) return { way: Math.sign(percent), text: percentAim(percent, language) };
  if (indicator.quantityKind !== 'change_since_base' || compareDecimals(indicator.baseline, '0') !== 0) return null;
  return { way: compareDecimals(target.value, '0'), text: quantity(facts, target.value.replace('-', '')) };
}

/**
 * What is aimed at and by when, and whether that is met; null without a target value. `value` is null where there is
 * none to compare with it.
 */
export function aimSentence(facts: AimFacts, value: Decimal | null): string | null {
  const { indicator, target, language } = facts;
  if (target === null) return null;
  const words = findingWords[language];
  const met = value !== null && standingOf(value, indicator, target.value, indicator.decimals) === 'reached';
  const aim = met ? words.aimMet : words.aim;
  const change = aimedChange(facts);
  if (change === null) return aim(quantity(facts, target.value), target.year);
  if (change.way === 0) return aim(words.noChange, target.year);
  const moved = value === null ? 0 : movement(indicator.baseline ?? value, value, indicator.decimals);
  return moved === change.way
    ? aim(change.text, target.year)
    : words.aimOtherWay(change.way > 0, change.text, target.year);
}

function percentAim(percent: number, language: Language): string {
  const size = Math.abs(percent);
  return percentText(numberText(size, Math.abs(size - Math.round(size)) < 1e-9 ? 0 : 1, language), language);
}
