import { Amendment, IndicatorDirection } from '@malspar/plan-model';
import {
  Cadence,
  Covers,
  Decimal,
  PeriodCode,
  PlainDate,
  Provenance,
  QuantityKind,
  YearFrom,
} from '@malspar/shared-model';
import * as z from 'zod';

const text = z.string();
const textOrNull = z.string().nullable();
const number = z.number();

/** Where a row comes from. */
const origin = { provenance: Provenance, sourceKey: textOrNull };

/** `numeric(18,6)` comes back padded with zeros; what is shown and compared is the number as it was given. */
const decimalOrNull = z
  .string()
  .transform((value) => (value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value))
  .pipe(Decimal)
  .nullable();

/** The rows of a plan's tables that a plan file brings up to date, as they are stored. */
export const shapes = {
  plan: z.object({
    ...{ id: text, slug: text, title: text, language: text, organisation: text, contact: text, decidedBy: text },
    ...{ startDate: PlainDate, endDate: PlainDate, cadence: Cadence, openPeriod: PeriodCode, ...origin },
  }),
  source: z.object({ planId: text, key: text, position: number, title: text, url: text }),
  overarchingGoal: z.object({ id: text, planId: text, slug: text, number, title: text, ...origin }),
  driver: z.object({ id: text, planId: text, slug: text, position: number, kind: text, title: text, ...origin }),
  department: z.object({
    ...{ id: text, planId: text, slug: text, position: number, title: text, proposedTitle: textOrNull, ...origin },
  }),
  focusArea: z.object({
    ...{ id: text, planId: text, slug: text, number, title: text, departmentId: text },
    ...{ proposedDepartmentId: textOrNull, goalsProvenance: Provenance },
    ...{ aim: text, aimProvenance: Provenance, aimSourceKey: textOrNull, ...origin },
  }),
  focusAreaGoal: z.object({ planId: text, focusAreaId: text, goalId: text, position: number }),
  target: z.object({
    ...{ id: text, planId: text, focusAreaId: text, code: text, position: number, note: textOrNull },
    ...{ notMeasurableUntil: PeriodCode.nullable(), ...origin },
  }),
  indicator: z.object({
    ...{ targetId: text, planId: text, kind: z.enum(['numeric', 'milestone']), name: text, unit: text },
    ...{ decimals: number, cadence: Cadence, direction: IndicatorDirection, covers: Covers.nullable() },
    ...{ yearFrom: YearFrom.nullable(), yearWeights: textOrNull, quantityKind: QuantityKind.nullable() },
    ...{ min: decimalOrNull, max: decimalOrNull, method: textOrNull, breakdown: textOrNull },
    ...{ baselineYear: number.nullable(), baseline: decimalOrNull, baselineProvenance: Provenance.nullable() },
    ...{ baselineSourceKey: textOrNull, ...origin },
  }),
  milestone: z.object({
    ...{ targetId: text, position: number, title: text, due: PeriodCode, done: PeriodCode.nullable() },
  }),
  climateGoal: z.object({
    ...{ planId: text, year: number, text, baseYear: number.nullable(), reduction: decimalOrNull, ...origin },
  }),
  verdictLabel: z.object({ planId: text, code: text, position: number, label: text, ...origin }),
};

export const AmendmentShape = Amendment.omit({ targetCode: true }).extend({
  ...{ planId: text, targetId: textOrNull, position: number },
  ...{ planEndFrom: PlainDate.nullable(), planEndTo: PlainDate.nullable() },
});

export const VersionShape = z.object({
  ...{ id: text, planId: text, targetId: text, validFrom: PlainDate, title: text, targetYear: number },
  ...{ targetValue: decimalOrNull, targetValueProvenance: Provenance.nullable() },
  ...{ targetValueSourceKey: textOrNull, amendmentId: textOrNull },
});
