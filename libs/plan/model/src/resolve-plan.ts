import type {
  CheckedAmendment,
  CheckedFocusArea,
  CheckedIndicator,
  CheckedPlan,
  CheckedTarget,
} from './checked-plan.js';
import { validFromOf } from './imprecise-date.js';
import { decimalText } from './number-checks.js';
import type { PlanFile } from './plan-file.js';
import { inherit, type InheritedOrigin, originOf, type OwnOrigin, rootOrigin } from './provenance-inheritance.js';

type FileArea = PlanFile['focusAreas'][number];
type FileTarget = FileArea['targets'][number];
type FileIndicator = FileTarget['indicator'];

const ownOf = ({ provenance, source }: OwnOrigin): OwnOrigin => ({ provenance, source });

function decimal(value: number): string {
  const text = decimalText(value);
  if (text === undefined) throw new RangeError(`Too many digits: ${value}`);
  return text;
}

const optionalDecimal = (value: number | undefined): string | null => (value === undefined ? null : decimal(value));

function resolveIndicator(indicator: FileIndicator, target: InheritedOrigin): CheckedIndicator {
  const origin = inherit(ownOf(indicator), target);
  const { name, unit, decimals, cadence } = indicator;
  const series = indicator.series.map((point) => ({
    period: point.period,
    value: decimal(point.value),
    ...originOf(inherit(ownOf(point), origin)),
  }));
  const common = { name, unit, decimals, cadence, method: indicator.method ?? null, series, ...originOf(origin) };
  if (indicator.kind === 'milestone') {
    return { kind: 'milestone', direction: indicator.direction, milestones: indicator.milestones, ...common };
  }
  const baselineOrigin = { provenance: indicator.baselineProvenance, source: indicator.baselineSource };
  const targetOrigin = { provenance: indicator.targetProvenance, source: indicator.targetSource };
  return {
    kind: 'numeric',
    direction: indicator.direction,
    baselineYear: indicator.baselineYear,
    baseline: decimal(indicator.baseline),
    baselineOrigin: originOf(inherit(baselineOrigin, origin)),
    target: decimal(indicator.target),
    targetOrigin: originOf(inherit(targetOrigin, origin)),
    covers: indicator.covers ?? null,
    yearFrom: indicator.yearFrom ?? null,
    yearWeights: indicator.yearWeights?.map(decimal) ?? null,
    quantityKind: indicator.quantityKind ?? null,
    min: optionalDecimal(indicator.min),
    max: optionalDecimal(indicator.max),
    breakdown: indicator.breakdown ?? null,
    ...common,
  };
}

function resolveTarget(target: FileTarget, area: InheritedOrigin): CheckedTarget {
  const origin = inherit(ownOf(target), area);
  return {
    code: target.code,
    title: target.title,
    note: target.note ?? null,
    notMeasurableUntil: target.notMeasurableUntil ?? null,
    indicator: resolveIndicator(target.indicator, origin),
    ...originOf(origin),
  };
}

function resolveArea(area: FileArea, root: InheritedOrigin): CheckedFocusArea {
  const origin = inherit(ownOf(area), root);
  const { slug, number, title, goals, department, longTermAim } = area;
  return {
    ...{ slug, number, title, goals, department },
    goalsProvenance: area.goalsProvenance ?? origin.provenance,
    longTermAim: { text: longTermAim.text, ...originOf(inherit(ownOf(longTermAim), origin)) },
    targets: area.targets.map((target) => resolveTarget(target, origin)),
    ...originOf(origin),
  };
}

const resolveAmendments = (file: PlanFile, root: InheritedOrigin): CheckedAmendment[] =>
  file.plan.amendments
    .map((amendment) => ({
      date: amendment.date,
      validFrom: validFromOf(amendment.date),
      text: amendment.text,
      decisionReference: amendment.decisionReference ?? null,
      planEnd: amendment.planEnd ?? null,
      ...originOf(inherit(ownOf(amendment), root)),
    }))
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));

/** Writes out what the file leaves to be inherited. The file must have passed every check. */
export function resolvePlan(file: PlanFile): CheckedPlan {
  const root = rootOrigin(ownOf(file.plan));
  const withOrigin = <T extends OwnOrigin>(item: T) => ({ ...item, ...originOf(inherit(ownOf(item), root)) });
  const { slug, title, language, organisation, contact, decidedBy, start, end, reporting } = file.plan;
  return {
    demo: file.demo,
    sources: Object.entries(file.sources).map(([key, source]) => ({ key, ...source })),
    plan: {
      ...{ slug, title, language, organisation, contact, decidedBy, start, end },
      reporting: { cadence: reporting.cadence, openPeriod: reporting.openPeriod },
      amendments: resolveAmendments(file, root),
      ...originOf(root),
    },
    overarchingGoals: file.overarchingGoals.map(withOrigin),
    drivers: file.drivers.map(withOrigin),
    departments: file.departments.map(withOrigin),
    focusAreas: file.focusAreas.map((area) => resolveArea(area, root)),
    verdicts: {
      scale: file.verdicts?.scale.map(withOrigin) ?? [],
      known: file.verdicts?.known.map(withOrigin) ?? [],
    },
    climateGoals: file.climateGoals.map((goal) => ({
      ...withOrigin(goal),
      baseYear: goal.baseYear ?? null,
      reduction: goal.reduction ?? null,
    })),
  };
}
