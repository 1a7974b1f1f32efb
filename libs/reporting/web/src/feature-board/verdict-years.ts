import type { PlanResults, Verdict } from '@malspar/reporting-model';
import { comparePeriods, type PeriodCode, type Provenance } from '@malspar/shared-model';
import type { FocusArea } from '@malspar/plan-model';

export interface VerdictCell {
  readonly period: PeriodCode;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  readonly provenance: Provenance;
  readonly reportId: string | null;
}

interface VerdictRow {
  readonly slug: string;
  readonly title: string;
  readonly cells: readonly VerdictCell[];
}

export interface VerdictYears {
  readonly periods: readonly PeriodCode[];
  readonly rows: readonly VerdictRow[];
}

/** Every verdict there is: a row for each area in the plan's order, a column for each period, oldest first. */
export function verdictYears(
  areas: readonly Pick<FocusArea, 'slug' | 'title' | 'number'>[],
  results: Pick<PlanResults, 'periods' | 'verdicts'>,
): VerdictYears {
  const periods = [...results.periods].sort(comparePeriods);
  return {
    periods,
    rows: [...areas]
      .sort((a, b) => a.number - b.number)
      .map(({ slug, title }) => ({ slug, title, cells: periods.map((period) => cellOf(results, slug, period)) })),
  };
}

function cellOf(results: Pick<PlanResults, 'verdicts'>, slug: string, period: PeriodCode): VerdictCell {
  const found = results.verdicts.find((each) => each.focusAreaSlug === slug && each.period === period);
  return found
    ? { ...found, period }
    : { period, verdict: null, explanation: '', provenance: 'reported', reportId: null };
}
