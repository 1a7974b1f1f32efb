import { sameWithin, yearValue } from '@malspar/shared-model';
import type { CheckedNumericIndicator, CheckedPlan } from './checked-plan.js';
import { type PlanFileError, type PlanFileFault, tell } from './plan-file-faults.js';

/** A stated baseline against what the series itself says of its base year. */
function baselineWarnings(indicator: CheckedNumericIndicator, path: string): PlanFileFault[] {
  const { baseline, baselineYear, decimals, series } = indicator;
  const { value } = yearValue(indicator, series, baselineYear);
  if (value === null || sameWithin(value, baseline, decimals)) return [];
  return [{ path: `${path}/baseline`, code: 'baseline-differs', params: { baseline, value, year: baselineYear } }];
}

/** What nobody has stated, and so cannot be concluded from the values. */
function unstatedMeaning(indicator: CheckedNumericIndicator, path: string): PlanFileFault[] {
  const { cadence, covers, yearFrom, quantityKind } = indicator;
  const comparable = cadence === 'year' || (covers !== null && yearFrom !== null);
  return [
    ...(comparable ? [] : [{ path, code: 'meaning-unstated' as const }]),
    ...(quantityKind === null ? [{ path: `${path}/quantityKind`, code: 'kind-unstated' as const }] : []),
  ];
}

/** What whoever made the plan file should look at; none of it stops the plan from being loaded. */
export const planWarnings = (plan: CheckedPlan): PlanFileError[] =>
  plan.focusAreas.flatMap((area, n) =>
    area.targets.flatMap(({ indicator }, m) => {
      if (indicator.kind === 'milestone') return [];
      const path = `/focusAreas/${n}/targets/${m}/indicator`;
      return [...baselineWarnings(indicator, path), ...unstatedMeaning(indicator, path)].map(tell);
    }),
  );
