import { exactDecimal } from '@malspar/figures-model';
import type { Indicator } from '@malspar/plan-model';
import { compareDecimals, Decimal, differenceOf, isBlank, type PeriodCode } from '@malspar/shared-model';
import { type CheckedEntry, exampleParams, type FiredRule } from './check-rules.js';
import type { FiredCheck, EntryValue } from './entry.js';
import type { FieldPointer } from './field-paths.js';
import { decimalSlip, fallToZero, type KnownValue, jump } from './series-rules.js';

/** A value that is due and neither given nor excused, or that is not what its unit allows; slips and jumps. */
export function valueChecks(entry: CheckedEntry, measurable: boolean): FiredRule[] {
  if (entry.indicator.kind === 'milestone') return [];
  return [
    ...missingValues(entry, measurable),
    ...(contradictsAbsence(entry) ? [VALUE_AND_REASON] : []),
    ...entry.content.values.flatMap((given, index) => ofValue(entry, given, `/values/${index}`)),
  ];
}

const VALUE_AND_REASON: FiredRule = { kind: 'hard', code: 'value_and_reason', field: '/noValueReason' };

/** Whether every value that is due is given, and yet a reason why there is none: only one of the two can be true. */
export function contradictsAbsence({ content, duePeriods }: Pick<CheckedEntry, 'content' | 'duePeriods'>): boolean {
  const isGiven = (period: PeriodCode): boolean =>
    typeof content.values.find((value) => value.period === period)?.value === 'string';
  return !isBlank(content.noValueReason) && duePeriods.length > 0 && duePeriods.every(isGiven);
}

function missingValues(entry: CheckedEntry, measurable: boolean): FiredRule[] {
  const { values, noValueReason } = entry.content;
  if (!measurable || !isBlank(noValueReason)) return [];
  return entry.duePeriods.flatMap((period, place) => {
    const index = values.findIndex((value) => value.period === period);
    if (typeof values[index]?.value === 'string') return [];
    const field: FieldPointer = `/values/${index >= 0 ? index : place}`;
    return [{ kind: 'hard' as const, code: 'no_value', field, params: { period } }];
  });
}

function ofValue(entry: CheckedEntry, { period, value }: EntryValue, field: FieldPointer): FiredRule[] {
  if (value === null) return [];
  const refusals = refusalsOf(entry.indicator, value);
  if (refusals.length > 0) {
    return refusals.map(({ code, params }) => ({ kind: 'hard', code, field, params: { period, ...params } }));
  }
  return [
    ...oddFor(entry, value, field, { period, value, unit: entry.indicator.unit }),
    ...seriesChecks(entry, { period, value: Number(value), written: value }, field),
  ];
}

type Measure = Pick<Indicator, 'unit' | 'decimals' | 'min' | 'max'>;

/** Why a value can never be handed in: no number, outside what the plan states, or finer than the indicator is. */
export function refusalsOf(
  indicator: Measure,
  value: string,
): { readonly code: string; readonly params?: FiredCheck['params'] }[] {
  if (!Decimal.safeParse(value).success) return [{ code: 'not_a_number' }];
  const { decimals, unit } = indicator;
  const { min, max } = statedRange(indicator);
  return [
    ...(min !== null && compareDecimals(value, min) < 0 ? [{ code: 'below_unit', params: { value, unit, min } }] : []),
    ...(max !== null && compareDecimals(value, max) > 0 ? [{ code: 'above_unit', params: { value, unit, max } }] : []),
    ...(significantDecimals(value) > decimals ? [{ code: 'too_many_decimals', params: { value, decimals } }] : []),
  ];
}

/** The values but for those that are refused: nothing is asked about them, concluded from them or drawn of them. */
export const acceptedValues = (indicator: Measure, values: readonly EntryValue[]): EntryValue[] =>
  values.filter(({ value }) => value !== null && refusalsOf(indicator, value).length === 0);

function oddFor(entry: CheckedEntry, value: Decimal, field: FieldPointer, params: FiredRule['params']): FiredRule[] {
  const { min, max } = usualRange(entry);
  const side = min !== null && Number(value) < min ? 'below' : max !== null && Number(value) > max ? 'above' : null;
  if (side === null) return [];
  return [
    {
      kind: 'soft',
      code: 'outside_unit',
      field,
      params: { ...params, side, limit: (side === 'below' ? min : max) ?? 0 },
    },
  ];
}

/** What the plan states that a value can be: what lies outside is refused. */
export const statedRange = ({ min, max }: Pick<Indicator, 'min' | 'max'>): Range<Decimal> => ({
  min: min ?? null,
  max: max ?? null,
});

/**
 * What a value usually is, where the plan states no range: a share lies within 0–100 and a level or an index is at least
 * 0, unless the baseline, the target or an earlier value shows otherwise, as for a temperature or a net flow. A guess:
 * what lies outside is asked about, never refused.
 */
export function usualRange({
  indicator,
  target,
  series,
}: Pick<CheckedEntry, 'indicator' | 'target' | 'series'>): Range<number> {
  const known = [indicator.baseline, target.targetValue, ...series.map((point) => point.value)]
    .filter((value) => value !== null)
    .map(Number);
  const kind = indicator.quantityKind;
  const isChange = kind === 'change_since_base' || kind === 'change_per_year';
  return {
    min: isChange || known.some((value) => value < 0) ? null : 0,
    max: kind !== 'share' || known.some((value) => value > 100) ? null : 100,
  };
}

interface Range<Limit> {
  readonly min: Limit | null;
  readonly max: Limit | null;
}

function seriesChecks(entry: CheckedEntry, given: KnownValue, field: FieldPointer): FiredRule[] {
  const known = knownValues(entry);
  const { decimals } = entry.indicator;
  const exact = (value: Decimal): Decimal => exactDecimal(value, decimals);
  const slip = decimalSlip(given, known);
  if (slip) {
    const params = {
      period: given.period,
      value: given.written,
      factor: slip.factor,
      direction: slip.larger ? 'larger' : 'smaller',
      lastPeriod: slip.against.period,
      last: exact(slip.against.written),
      ...exampleParams({ last: slip.against.isExample }),
    };
    return [{ kind: 'soft', code: 'factor_of_ten', field, params }];
  }
  const fall = fallToZero(given, known, 10 ** -decimals);
  if (fall) {
    const params = {
      period: given.period,
      value: given.written,
      lastPeriod: fall.period,
      last: exact(fall.written),
      ...exampleParams({ last: fall.isExample }),
    };
    return [{ kind: 'soft', code: 'fell_to_zero', field, params }];
  }
  const leap = jump(given, known, 10 ** -decimals);
  if (!leap) return [];
  const params = {
    period: given.period,
    value: given.written,
    lastPeriod: leap.against.period,
    last: exact(leap.against.written),
    change: exact(differenceOf(given.written, leap.against.written)),
    usual: leap.usual.toFixed(decimals),
    ...exampleParams({ last: leap.against.isExample, usual: known.some(({ isExample }) => isExample) }),
  };
  return [{ kind: 'soft', code: 'outside_series', field, params }];
}

/** The values of approved reports and those written in this one: a report may hold several periods of an indicator. */
export function knownValues({ content, exampleFields, indicator, series }: CheckedEntry): KnownValue[] {
  const own = new Set(content.values.map((value) => value.period));
  const known = series
    .filter((point) => !own.has(point.period))
    .map(({ provenance, ...point }) => ({ ...point, isExample: provenance === 'illustrative' }));
  const given = acceptedValues(indicator, content.values).map((each) => ({
    ...each,
    isExample: exampleFields?.includes(`values/${each.period}`) ?? false,
  }));
  return [...known, ...given].flatMap(({ period, value, isExample }) =>
    value === null ? [] : [{ period, value: Number(value), written: value, ...(isExample && { isExample }) }],
  );
}

const significantDecimals = (value: Decimal): number => (value.split('.')[1] ?? '').replace(/0+$/, '').length;
