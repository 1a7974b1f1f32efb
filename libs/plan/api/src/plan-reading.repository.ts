import type {
  Amendment,
  ClimateGoal,
  Department,
  Driver,
  Indicator,
  OverarchingGoal,
  Plan,
  Source,
  TargetVersion,
} from '@malspar/plan-model';
import type { Cadence, PlainDate, Provenance } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';

/** A stored amendment, with what it did to the plan's last day. */
export interface AmendmentRow extends Amendment {
  readonly planEndFrom: PlainDate | null;
  readonly planEndTo: PlainDate | null;
}

/** Everything of a plan but its areas and targets. */
export interface PlanHeadRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly organisation: string;
  readonly contact: string;
  readonly decidedBy: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly cadence: Cadence;
  readonly provenance: Provenance;
  readonly sourceKey: string | null;
  readonly goals: OverarchingGoal[];
  readonly drivers: Driver[];
  readonly departments: Department[];
  readonly amendments: AmendmentRow[];
  readonly climateGoals: ClimateGoal[];
  readonly verdictScale: Plan['verdictScale'];
  readonly sources: Source[];
}

export interface FocusAreaRow {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly departmentId: string;
  readonly goalSlugs: string[];
  readonly goalsProvenance: Provenance;
  readonly longTermAim: { text: string; provenance: Provenance; sourceKey: string | null };
  readonly provenance: Provenance;
  readonly sourceKey: string | null;
}

export interface TargetRow {
  readonly id: string;
  readonly code: string;
  readonly focusAreaId: string;
  readonly note: string | null;
  readonly notMeasurableUntil: string | null;
  readonly provenance: Provenance;
  readonly sourceKey: string | null;
  readonly inForce: TargetVersion;
  readonly indicator: Indicator;
}

/** A whole plan, with the targets that had a version in force on the date, each with that version. */
export interface PlanTreeRow {
  /** The date asked for, or the plan's first day when that is later. */
  readonly date: PlainDate;
  readonly head: PlanHeadRow;
  readonly areas: FocusAreaRow[];
  readonly targets: TargetRow[];
}

const ORIGIN = (t: string): string => `'provenance', ${t}.provenance, 'sourceKey', ${t}.source_key`;

/** A JSON list of the plan's rows of one table. */
const listOf = (table: string, order: string, fields: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}), '[]')
   FROM ${table} t WHERE t.plan_id = plan.id)`;

const PLAN_HEAD = `
  SELECT plan.id, plan.slug, plan.title, plan.language, plan.organisation, plan.contact, plan.decided_by AS "decidedBy",
    plan.start_date::text AS start, plan.end_date::text AS "end", plan.cadence, plan.provenance,
    plan.source_key AS "sourceKey",
    ${listOf('overarching_goal', 't.number', `'slug', t.slug, 'number', t.number, 'title', t.title, ${ORIGIN('t')}`)}
      AS goals,
    ${listOf('driver', 't.position', `'slug', t.slug, 'kind', t.kind, 'title', t.title, ${ORIGIN('t')}`)} AS drivers,
    ${listOf('department', 't.position', `'id', t.id, 'slug', t.slug, 'title', t.title, ${ORIGIN('t')}`)}
      AS departments,
    ${listOf(
      'amendment',
      't.valid_from, t.position',
      `'id', t.id, 'targetCode', (SELECT code FROM target WHERE target.id = t.target_id), 'date', t.date,
       'validFrom', t.valid_from, 'text', t.text, 'decisionReference', t.decision_reference,
       'planEndFrom', t.plan_end_from, 'planEndTo', t.plan_end_to, ${ORIGIN('t')}`,
    )} AS amendments,
    ${listOf(
      'climate_goal',
      't.year',
      `'year', t.year, 'text', t.text, 'baseYear', t.base_year, 'reduction', t.reduction, ${ORIGIN('t')}`,
    )} AS "climateGoals",
    ${listOf('verdict_label', 't.position', `'code', t.code, 'label', t.label, 'provenance', t.provenance`)}
      AS "verdictScale",
    ${listOf('source', 't.position', `'key', t.key, 'title', t.title, 'url', t.url`)} AS sources
  FROM plan`;

const FOCUS_AREAS = `
  SELECT a.id, a.slug, a.number, a.title, a.department_id AS "departmentId", a.provenance,
    a.source_key AS "sourceKey", a.goals_provenance AS "goalsProvenance",
    jsonb_build_object('text', a.aim, 'provenance', a.aim_provenance, 'sourceKey', a.aim_source_key) AS "longTermAim",
    (SELECT coalesce(jsonb_agg(g.slug ORDER BY l.position), '[]')
     FROM focus_area_goal l JOIN overarching_goal g ON g.id = l.goal_id WHERE l.focus_area_id = a.id) AS "goalSlugs"
  FROM focus_area a WHERE a.plan_id = asked.id ORDER BY a.number`;

/** Numbers become text here: JSON would make them binary fractions. */
const VERSION = `jsonb_build_object(
  'validFrom', v.valid_from, 'title', v.title, 'targetYear', v.target_year,
  'targetValue', trim_scale(v.target_value)::text, 'targetValueProvenance', v.target_value_provenance,
  'targetValueSourceKey', v.target_value_source_key, 'amendmentId', v.amendment_id)`;

const TARGETS = `
  SELECT t.id, t.code, t.focus_area_id AS "focusAreaId", t.note, t.not_measurable_until AS "notMeasurableUntil",
    t.provenance, t.source_key AS "sourceKey", ${VERSION} AS "inForce",
    jsonb_build_object(
      'kind', i.kind, 'name', i.name, 'unit', i.unit, 'decimals', i.decimals, 'cadence', i.cadence,
      'direction', i.direction, 'covers', i.covers, 'yearFrom', i.year_from,
      'yearWeights', to_jsonb(string_to_array(i.year_weights, ' ')), 'quantityKind', i.quantity_kind,
      'min', trim_scale(i.min_value)::text, 'max', trim_scale(i.max_value)::text, 'method', i.method, 'breakdown', i.breakdown, 'baselineYear', i.baseline_year,
      'baseline', trim_scale(i.baseline)::text, 'baselineProvenance', i.baseline_provenance,
      'baselineSourceKey', i.baseline_source_key, 'provenance', i.provenance, 'sourceKey', i.source_key,
      'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('title', m.title, 'due', m.due, 'done', m.done)
        ORDER BY m.position), '[]') FROM milestone m WHERE m.target_id = t.id)
    ) AS indicator
  FROM target t
  JOIN indicator i ON i.target_id = t.id
  JOIN LATERAL (
    SELECT * FROM target_version v WHERE v.target_id = t.id AND v.valid_from <= asked.date
    ORDER BY v.valid_from DESC LIMIT 1
  ) v ON true
  WHERE t.plan_id = asked.id ORDER BY t.position`;

/** A JSON list of the rows, in the order they come. */
const rowsOf = (select: string): string => `(SELECT coalesce(jsonb_agg(each), '[]') FROM (${select}) each)`;

/** The plan with the id, or without one the current plan. Before its first day a plan says what it will say then. */
const PLAN_TREE = `
  SELECT asked.date::text AS date, to_jsonb(head) AS head,
    ${rowsOf(FOCUS_AREAS)} AS areas, ${rowsOf(TARGETS)} AS targets
  FROM (
    SELECT id, greatest($1::date, start_date) AS date FROM plan
    WHERE id = coalesce($2::uuid, (SELECT id FROM plan WHERE is_current))
  ) asked
  JOIN LATERAL (${PLAN_HEAD} WHERE plan.id = asked.id) head ON true`;

@Injectable()
export class PlanReadingRepository {
  /** The plan with the id, or without one the current plan, as it stood on the date. */
  async tree(tx: Tx, at: PlainDate, planId: string | null): Promise<PlanTreeRow | null> {
    const rows = await tx.query<PlanTreeRow[]>(PLAN_TREE, [at, planId]);
    return rows[0] ?? null;
  }

  /** All versions of a target, newest last. */
  async versions(tx: Tx, targetId: string): Promise<TargetVersion[]> {
    const rows = await tx.query<{ version: TargetVersion }[]>(
      `SELECT ${VERSION} AS version FROM target_version v WHERE v.target_id = $1 ORDER BY v.valid_from`,
      [targetId],
    );
    return rows.map((row) => row.version);
  }
}
