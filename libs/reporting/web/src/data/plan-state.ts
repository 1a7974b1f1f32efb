import type { FocusArea, Plan, Target } from '@malspar/plan-model';
import { Assessment, type PlanResults } from '@malspar/reporting-model';
import { comparePeriods, type Provenance } from '@malspar/shared-model';

type LatestEntry = PlanResults['latest'][number];
type AreaVerdict = PlanResults['verdicts'][number];

/** A target with the latest approved entry of it. */
export interface TargetState {
  readonly target: Target;
  readonly latest: LatestEntry | null;
}

/** An area with its verdicts, newest first, and how its targets are judged. */
export interface AreaState {
  readonly area: FocusArea;
  readonly targets: readonly TargetState[];
  readonly verdicts: readonly AreaVerdict[];
  /**
   * How many targets have each assessment, in the order of the assessments; none left out but the empty. An example as
   * soon as one that is counted is.
   */
  readonly assessments: readonly {
    readonly assessment: Assessment;
    readonly count: number;
    readonly provenance: Provenance | null;
  }[];
}

export function areaState(area: FocusArea, results: PlanResults): AreaState {
  const targets = area.targets.map((target) => ({
    target,
    latest: results.latest.find((entry) => entry.targetCode === target.code) ?? null,
  }));
  const counted = Assessment.options.map((assessment) => {
    const alike = targets.flatMap(({ latest }) => (latest?.assessment === assessment ? [latest.provenance] : []));
    const provenance = alike.find((each) => each === 'illustrative') ?? null;
    return { assessment, count: alike.length, provenance };
  });
  return {
    area,
    targets,
    verdicts: results.verdicts
      .filter((verdict) => verdict.focusAreaSlug === area.slug)
      .sort((a, b) => comparePeriods(b.period, a.period)),
    assessments: counted.filter(({ count }) => count > 0),
  };
}

/** The areas in the plan's order. */
export const areaStates = (plan: Plan, results: PlanResults): AreaState[] =>
  [...plan.focusAreas].sort((a, b) => a.number - b.number).map((area) => areaState(area, results));

/** The drivers by kind, kinds in the order they first appear. */
export function driversByKind(plan: Plan): { readonly kind: string; readonly drivers: Plan['drivers'] }[] {
  const kinds = [...new Set(plan.drivers.map((driver) => driver.kind))];
  return kinds.map((kind) => ({ kind, drivers: plan.drivers.filter((driver) => driver.kind === kind) }));
}
