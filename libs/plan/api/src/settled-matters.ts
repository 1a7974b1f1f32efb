import type { CheckedPlan, CheckedTarget } from '@malspar/plan-model';
import type { PlanRows } from './plan-rows.js';
import { stepsOf } from './plan-steps.js';
import type { PlanFileFault } from './plan.errors.js';
import type { AmendmentEntity } from './plan.entity.js';
import type { TargetEntity, TargetVersionEntity } from './target.entity.js';

/** A plan as it lies in the database. */
export interface StoredPlan {
  readonly rows: PlanRows;
  readonly amendments: readonly AmendmentEntity[];
  /** Oldest first for each target. */
  readonly versions: readonly TargetVersionEntity[];
}

type Values = Readonly<Record<string, string | number | null>>;

const TEXTS = {
  'start-changed': {
    sv: ({ stored }) => `Planens första dag är ${stored} och ligger fast sedan planen lästes in.`,
    en: ({ stored }) => `The plan's first day is ${stored}, and has been settled since the plan was loaded.`,
  },
  'cadence-changed': {
    sv: ({ stored }) => `Planen rapporteras per ${stored}; det ligger fast sedan planen lästes in.`,
    en: ({ stored }) => `The plan is reported by ${stored}; that has been settled since the plan was loaded.`,
  },
  'end-changed': {
    sv: ({ stored }) => `Planens sista dag är ${stored}. Flytta den med en ändring (planEnd).`,
    en: ({ stored }) => `The plan's last day is ${stored}. Move it by an amendment (planEnd).`,
  },
  'amendment-removed': {
    sv: ({ stored }) => `Ändringen daterad ${stored} är beslutad och saknas i filen.`,
    en: ({ stored }) => `The amendment dated ${stored} has been decided and is missing from the file.`,
  },
  'amendment-too-early': {
    sv: ({ stored }) => `En ny ändring måste gälla från en dag efter ${stored}, då målen senast ändrades.`,
    en: ({ stored }) => `A new amendment must count from a day after ${stored}, when the targets last changed.`,
  },
  'focus-area-removed': {
    sv: ({ stored }) => `Målområdet "${stored}" finns i planen och saknas i filen.`,
    en: ({ stored }) => `The focus area "${stored}" is in the plan and missing from the file.`,
  },
  'target-removed': {
    sv: ({ stored }) => `Målet ${stored} finns i planen och saknas i filen.`,
    en: ({ stored }) => `The target ${stored} is in the plan and missing from the file.`,
  },
  'target-changed': {
    sv: ({ stored }) => `Här stod ${stored} när planen lästes in. Ett mål ändras bara genom beslut om ändring.`,
    en: ({ stored }) => `This said ${stored} when the plan was loaded. A target changes only by amendment.`,
  },
} as const satisfies Record<string, Record<'sv' | 'en', (values: Values) => string>>;

function fault(path: string, code: keyof typeof TEXTS, stored: string | number | null): PlanFileFault {
  const values: Values = { stored: stored ?? '–' };
  return { path, code, message: { sv: TEXTS[code].sv(values), en: TEXTS[code].en(values) } };
}

/**
 * What a changed file would rewrite of what is settled: the plan's time, what has been decided, what targets say, and
 * anything that reports or assignments refer to.
 */
export function settledMatters(file: CheckedPlan, wanted: AmendmentEntity[], stored: StoredPlan): PlanFileFault[] {
  return [...planTime(file, wanted, stored), ...removals(file, wanted, stored), ...targets(file, stored)];
}

function planTime({ plan }: CheckedPlan, wanted: AmendmentEntity[], stored: StoredPlan): PlanFileFault[] {
  const was = stored.rows.plan[0];
  if (!was) return [];
  const faults: PlanFileFault[] = [];
  if (plan.start !== was.startDate) faults.push(fault('/plan/start', 'start-changed', was.startDate));
  if (plan.reporting.cadence !== was.cadence) {
    faults.push(fault('/plan/reporting/cadence', 'cadence-changed', was.cadence));
  }
  const fresh = newAmendments(wanted, stored.amendments).filter((amendment) => amendment.planEndTo !== null);
  if ((fresh[0]?.planEndFrom ?? plan.end) !== was.endDate) {
    faults.push(fault('/plan/end', 'end-changed', was.endDate));
  }
  const latest = stored.versions
    .map((version) => version.validFrom)
    .sort()
    .at(-1);
  if (latest !== undefined && stepsOf(fresh).some((step) => step.validFrom <= latest)) {
    faults.push(fault('/plan/amendments', 'amendment-too-early', latest));
  }
  return faults;
}

/** Those not yet stored, oldest first. */
export function newAmendments(
  wanted: readonly AmendmentEntity[],
  stored: readonly AmendmentEntity[],
): readonly AmendmentEntity[] {
  const known = new Set(stored.map((row) => row.id));
  return wanted.filter((row) => !known.has(row.id));
}

function removals(file: CheckedPlan, wanted: AmendmentEntity[], stored: StoredPlan): PlanFileFault[] {
  const kept = new Set(wanted.map((row) => row.id));
  const areas = new Set(file.focusAreas.map((area) => area.slug));
  const codes = new Set(file.focusAreas.flatMap((area) => area.targets.map((target) => target.code)));
  const { focusArea, target } = stored.rows;
  return [
    ...stored.amendments
      .filter((row) => row.targetId === null && !kept.has(row.id))
      .map((row) => fault('/plan/amendments', 'amendment-removed', row.date)),
    ...focusArea
      .filter((row) => !areas.has(row.slug))
      .map((row) => fault('/focusAreas', 'focus-area-removed', row.slug)),
    ...target.filter((row) => !codes.has(row.code)).map((row) => fault('/focusAreas', 'target-removed', row.code)),
  ];
}

function targets(file: CheckedPlan, stored: StoredPlan): PlanFileFault[] {
  const byCode = new Map(stored.rows.target.map((row) => [row.code, row]));
  return file.focusAreas.flatMap((area, n) =>
    area.targets.flatMap((target, m) => {
      const row = byCode.get(target.code);
      const path = `/focusAreas/${n}/targets/${m}`;
      return row ? changedTarget({ target, areaSlug: area.slug, path }, row, stored) : [];
    }),
  );
}

/** What the file says of a target against what it said when it was first loaded; amendments since are not its matter. */
function changedTarget(
  { target, areaSlug, path }: { readonly target: CheckedTarget; readonly areaSlug: string; readonly path: string },
  row: TargetEntity,
  { rows, versions }: StoredPlan,
): PlanFileFault[] {
  const first = versions.find((version) => version.targetId === row.id);
  const was = rows.indicator.find((indicator) => indicator.targetId === row.id);
  if (!first || !was) return [];
  const area = rows.focusArea.find((each) => each.id === row.focusAreaId)?.slug ?? '';
  const { indicator } = target;
  const numeric = indicator.kind === 'numeric' ? indicator : null;
  const compared: [string, string | null, string | null][] = [
    ['/code', areaSlug, area],
    ['/title', target.title, first.title],
    ['/indicator/kind', indicator.kind, was.kind],
    ['/indicator/unit', indicator.unit, was.unit],
    ['/indicator/direction', indicator.direction, was.direction],
    ['/indicator/cadence', indicator.cadence, was.cadence],
    ['/indicator/target', numeric?.target ?? null, first.targetValue],
    ['/indicator/targetProvenance', numeric?.targetOrigin.provenance ?? null, first.targetValueProvenance],
    ['/indicator/targetSource', numeric?.targetOrigin.source ?? null, first.targetValueSourceKey],
  ];
  return compared
    .filter(([, says, said]) => says !== said)
    .map(([field, , said]) => fault(path + field, 'target-changed', said));
}
