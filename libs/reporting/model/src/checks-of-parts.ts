import { partsMakeUp } from '@malspar/figures-model';
import type { Indicator } from '@malspar/plan-model';
import { compareDecimals, type Decimal, sumOf } from '@malspar/shared-model';
import { type CheckedEntry, exampleParams, type FiredRule } from './check-rules.js';
import { acceptedValues, refusalsOf } from './checks-of-values.js';
import { partField } from './field-paths.js';
import type { Entry } from './report.js';

/** Whether the parts of a value are asked for: the plan says what it is broken down by, and a value is due. */
export const asksForParts = ({ indicator, duePeriods }: Pick<Entry, 'indicator' | 'duePeriods'>): boolean =>
  indicator.breakdown !== null && duePeriods.length > 0;

/** Whether parts should make up their value: a quantity can be divided; a share, an index, a value per something not. */
export const hasAdditiveParts = ({ quantityKind, unit }: Pick<Indicator, 'quantityKind' | 'unit'>): boolean =>
  quantityKind === 'level' && !/^\s*(%|index\b)|\/|\bper\b/i.test(unit);

/** Parts that nobody asked for, or that no value can have; and those that do not make up their value. */
export function partChecks(entry: CheckedEntry): FiredRule[] {
  const { content, indicator } = entry;
  if (content.parts.length === 0) return [];
  if (!asksForParts(entry)) return [{ kind: 'hard', code: 'parts_not_asked', field: '/parts' }];
  const refused = content.parts.flatMap(({ label, value }): FiredRule[] =>
    refusalsOf(rangeOfPart(indicator), value).map(({ code, params }) => ({
      kind: 'hard',
      code: code === 'below_unit' || code === 'above_unit' ? `part_${code}` : code,
      field: `/${partField(label)}`,
      params: { label, ...params },
    })),
  );
  return refused.length > 0 ? refused : againstWhole(entry);
}

/** A part of a quantity may be as small as nothing, also where the whole may not. */
function rangeOfPart<I extends Pick<Indicator, 'quantityKind' | 'unit' | 'min'>>(indicator: I): I {
  const { min } = indicator;
  const isHigh = typeof min === 'string' && compareDecimals(min, '0') > 0;
  return isHigh && hasAdditiveParts(indicator) ? { ...indicator, min: '0' } : indicator;
}

function againstWhole({ content, indicator, exampleFields = [] }: CheckedEntry): FiredRule[] {
  if (!hasAdditiveParts(indicator)) return [];
  // As in the figure of the parts: they are those of the latest value.
  const whole = acceptedValues(indicator, content.values).at(-1);
  if (!whole || whole.value === null) return [];
  const values = content.parts.map(({ value }) => value);
  if (partsMakeUp(values, whole.value, indicator.decimals)) return [];
  const sum: Decimal = sumOf(values);
  const isExample = exampleFields.includes(`values/${whole.period}`);
  const params = { sum, value: whole.value, ...exampleParams({ value: isExample }) };
  return [{ kind: 'soft', code: 'parts_sum', field: '/parts', params }];
}
