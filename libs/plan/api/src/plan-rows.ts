import type { CheckedFocusArea, CheckedPlan, CheckedTarget, Origin } from '@malspar/plan-model';
import type { FocusAreaEntity, FocusAreaGoalEntity } from './focus-area.entity.js';
import type {
  ClimateGoalEntity,
  DepartmentEntity,
  DriverEntity,
  OverarchingGoalEntity,
  PlanEntity,
  SourceEntity,
  VerdictLabelEntity,
} from './plan.entity.js';
import type { IndicatorEntity, MilestoneEntity, TargetEntity } from './target.entity.js';

/** The rows of one plan that may be brought up to date; amendments and target versions are only ever added. */
export interface PlanRows {
  readonly plan: readonly PlanEntity[];
  readonly source: readonly SourceEntity[];
  readonly overarchingGoal: readonly OverarchingGoalEntity[];
  readonly driver: readonly DriverEntity[];
  readonly department: readonly DepartmentEntity[];
  readonly focusArea: readonly FocusAreaEntity[];
  readonly focusAreaGoal: readonly FocusAreaGoalEntity[];
  readonly target: readonly TargetEntity[];
  readonly indicator: readonly IndicatorEntity[];
  readonly milestone: readonly MilestoneEntity[];
  readonly climateGoal: readonly ClimateGoalEntity[];
  readonly verdictLabel: readonly VerdictLabelEntity[];
}

type Identified = 'plan' | 'overarchingGoal' | 'driver' | 'department' | 'focusArea' | 'target';

/** The id of a row by its own name in the plan: the one it has, or a new one. */
export type IdOf = (table: Identified, name: string) => string;

const originColumns = ({ provenance, source }: Origin) => ({ provenance, sourceKey: source });

/** Ids as stored, by slug or code; `make` gives one for what is new. */
export function idsIn(stored: PlanRows | null, make: () => string): IdOf {
  const known = new Map<string, string>();
  for (const table of ['plan', 'overarchingGoal', 'driver', 'department', 'focusArea'] as const) {
    for (const row of stored?.[table] ?? []) known.set(`${table} ${row.slug}`, row.id);
  }
  for (const row of stored?.target ?? []) known.set(`target ${row.code}`, row.id);
  return (table, name) => {
    const key = `${table} ${name}`;
    const id = known.get(key) ?? make();
    known.set(key, id);
    return id;
  };
}

/** The rows a plan file asks for. */
export function rowsOf(file: CheckedPlan, idOf: IdOf): PlanRows {
  const { slug, title, language, organisation, contact, decidedBy, start, end, reporting } = file.plan;
  const planId = idOf('plan', slug);
  const areas = file.focusAreas.map((area) => areaRows(area, planId, idOf));
  const plan = {
    ...{ id: planId, slug, title, language, organisation, contact, decidedBy, startDate: start, endDate: end },
    ...{ cadence: reporting.cadence, openPeriod: reporting.openPeriod, ...originColumns(file.plan) },
  };
  return {
    plan: [plan],
    source: file.sources.map(({ key, title, url }, position) => ({ planId, key, position, title, url })),
    overarchingGoal: file.overarchingGoals.map((goal) => ({
      ...{ id: idOf('overarchingGoal', goal.slug), planId, slug: goal.slug, number: goal.number, title: goal.title },
      ...originColumns(goal),
    })),
    driver: file.drivers.map((driver, position) => ({
      ...{ id: idOf('driver', driver.slug), planId, position, slug: driver.slug, kind: driver.kind },
      ...{ title: driver.title, ...originColumns(driver) },
    })),
    department: file.departments.map((department, position) => ({
      ...{ id: idOf('department', department.slug), planId, position, slug: department.slug },
      ...{ title: department.title, proposedTitle: department.title, ...originColumns(department) },
    })),
    focusArea: areas.map(({ area }) => area),
    focusAreaGoal: areas.flatMap(({ goals }) => goals),
    target: areas.flatMap(({ targets }) => targets.map(({ target }) => target)),
    indicator: areas.flatMap(({ targets }) => targets.map(({ indicator }) => indicator)),
    milestone: areas.flatMap(({ targets }) => targets.flatMap(({ milestones }) => milestones)),
    climateGoal: file.climateGoals.map((goal) => ({
      ...{ planId, year: goal.year, text: goal.text, baseYear: goal.baseYear },
      ...{ reduction: goal.reduction === null ? null : String(goal.reduction), ...originColumns(goal) },
    })),
    verdictLabel: file.verdicts.scale.map((verdict, position) => ({
      ...{ planId, code: verdict.code, position, label: verdict.label, ...originColumns(verdict) },
    })),
  };
}

function areaRows(area: CheckedFocusArea, planId: string, idOf: IdOf) {
  const id = idOf('focusArea', area.slug);
  const { slug, number, title, goalsProvenance, longTermAim } = area;
  const departmentId = idOf('department', area.department);
  return {
    area: {
      ...{ id, planId, slug, number, title, goalsProvenance, departmentId, proposedDepartmentId: departmentId },
      ...{ aim: longTermAim.text, aimProvenance: longTermAim.provenance, aimSourceKey: longTermAim.source },
      ...originColumns(area),
    },
    goals: area.goals.map((goal, position) => ({
      ...{ planId, focusAreaId: id, goalId: idOf('overarchingGoal', goal), position },
    })),
    targets: area.targets.map((target, position) => targetRows(target, position, { planId, focusAreaId: id, idOf })),
  };
}

function targetRows(
  target: CheckedTarget,
  position: number,
  { planId, focusAreaId, idOf }: { planId: string; focusAreaId: string; idOf: IdOf },
) {
  const id = idOf('target', target.code);
  const { code, note, notMeasurableUntil, indicator } = target;
  const { kind, name, unit, decimals, cadence, direction, method } = indicator;
  const numeric = indicator.kind === 'numeric' ? indicator : null;
  const milestones = indicator.kind === 'milestone' ? indicator.milestones : [];
  return {
    target: { id, planId, focusAreaId, code, position, note, notMeasurableUntil, ...originColumns(target) },
    indicator: {
      ...{ targetId: id, planId, kind, name, unit, decimals, cadence, direction, method },
      ...{ covers: numeric?.covers ?? null, yearFrom: numeric?.yearFrom ?? null },
      ...{ quantityKind: numeric?.quantityKind ?? null, yearWeights: numeric?.yearWeights?.join(' ') ?? null },
      ...{ min: numeric?.min ?? null, max: numeric?.max ?? null },
      breakdown: numeric?.breakdown ?? null,
      baselineYear: numeric?.baselineYear ?? null,
      baseline: numeric?.baseline ?? null,
      baselineProvenance: numeric?.baselineOrigin.provenance ?? null,
      baselineSourceKey: numeric?.baselineOrigin.source ?? null,
      ...originColumns(indicator),
    },
    milestones: milestones.map(({ title, due, done }, n) => ({ targetId: id, position: n, title, due, done })),
  };
}
