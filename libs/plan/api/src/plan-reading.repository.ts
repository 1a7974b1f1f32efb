import { Amendment, FocusArea, Plan, Target, TargetVersion } from '@malspar/plan-model';
import type { Tx } from '@malspar/shared-api';
import { DATA_VERSIONS, firstRow, type Sql, sql } from '@malspar/shared-api/sql';
import { PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

/** A stored amendment, with what it did to the plan's last day. */
const AmendmentRow = Amendment.extend({ planEndFrom: PlainDate.nullable(), planEndTo: PlainDate.nullable() });
export type AmendmentRow = z.infer<typeof AmendmentRow>;

/** Everything of a plan but its areas and targets. */
const PlanHeadRow = Plan.omit({ focusAreas: true }).extend({ amendments: z.array(AmendmentRow) });
export type PlanHeadRow = z.infer<typeof PlanHeadRow>;

const FocusAreaRow = FocusArea.omit({ department: true, targets: true }).extend({ departmentId: z.string() });
export type FocusAreaRow = z.infer<typeof FocusAreaRow>;

const TargetRow = Target.omit({ inForce: true, focusAreaSlug: true }).extend({
  focusAreaId: z.string(),
  /** All of them, newest last. */
  versions: z.array(TargetVersion),
});
export type TargetRow = z.infer<typeof TargetRow>;

/** A whole plan with all that it has ever said. */
const WholePlanRow = z.object({ head: PlanHeadRow, areas: z.array(FocusAreaRow), targets: z.array(TargetRow) });
export type WholePlanRow = z.infer<typeof WholePlanRow>;

/** A plan as it was read; null where there is none, or it was not wanted. */
const ReadPlanRow = z.object({ version: z.string(), id: z.string().nullable(), plan: WholePlanRow.nullable() });
type ReadPlanRow = z.infer<typeof ReadPlanRow>;

const ORIGIN = sql`'provenance', t.provenance, 'sourceKey', t.source_key`;

/** A JSON list of the plan's rows of one table. */
const listOf = (table: Sql, order: Sql, fields: Sql): Sql => sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}), '[]')
   FROM ${table} t WHERE t.plan_id = plan.id)`;

const GOALS = listOf(
  sql`overarching_goal`,
  sql`t.number`,
  sql`'slug', t.slug, 'number', t.number, 'title', t.title, ${ORIGIN}`,
);
const DRIVERS = listOf(sql`driver`, sql`t.position`, sql`'slug', t.slug, 'kind', t.kind, 'title', t.title, ${ORIGIN}`);
const DEPARTMENTS = listOf(
  sql`department`,
  sql`t.position`,
  sql`'id', t.id, 'slug', t.slug, 'title', t.title, ${ORIGIN}`,
);
const AMENDMENTS = listOf(
  sql`amendment`,
  sql`t.valid_from, t.position`,
  sql`'id', t.id, 'targetCode', (SELECT code FROM target WHERE target.id = t.target_id), 'date', t.date,
    'validFrom', t.valid_from, 'text', t.text, 'decisionReference', t.decision_reference,
    'planEndFrom', t.plan_end_from, 'planEndTo', t.plan_end_to, ${ORIGIN}`,
);
const CLIMATE_GOALS = listOf(
  sql`climate_goal`,
  sql`t.year`,
  sql`'year', t.year, 'text', t.text, 'baseYear', t.base_year, 'reduction', t.reduction, ${ORIGIN}`,
);
const VERDICT_SCALE = listOf(
  sql`verdict_label`,
  sql`t.position`,
  sql`'code', t.code, 'label', t.label, 'provenance', t.provenance`,
);
const SOURCES = listOf(sql`source`, sql`t.position`, sql`'key', t.key, 'title', t.title, 'url', t.url`);

const PLAN_HEAD = sql`
  plan.id, plan.slug, plan.title, plan.language, plan.organisation, plan.contact, plan.decided_by AS "decidedBy",
    plan.start_date::text AS start, plan.end_date::text AS "end", plan.cadence, plan.provenance,
    plan.source_key AS "sourceKey", ${GOALS} AS goals, ${DRIVERS} AS drivers, ${DEPARTMENTS} AS departments,
    ${AMENDMENTS} AS amendments, ${CLIMATE_GOALS} AS "climateGoals", ${VERDICT_SCALE} AS "verdictScale",
    ${SOURCES} AS sources`;

const FOCUS_AREAS = sql`
  SELECT a.id, a.slug, a.number, a.title, a.department_id AS "departmentId", a.provenance,
    a.source_key AS "sourceKey", a.goals_provenance AS "goalsProvenance",
    jsonb_build_object('text', a.aim, 'provenance', a.aim_provenance, 'sourceKey', a.aim_source_key) AS "longTermAim",
    (SELECT coalesce(jsonb_agg(g.slug ORDER BY l.position), '[]')
     FROM focus_area_goal l JOIN overarching_goal g ON g.id = l.goal_id WHERE l.focus_area_id = a.id) AS "goalSlugs"
  FROM focus_area a WHERE a.plan_id = plan.id ORDER BY a.number`;

/** Numbers become text here: JSON would make them binary fractions. */
const VERSION = sql`jsonb_build_object(
  'validFrom', v.valid_from, 'title', v.title, 'targetYear', v.target_year,
  'targetValue', trim_scale(v.target_value)::text, 'targetValueProvenance', v.target_value_provenance,
  'targetValueSourceKey', v.target_value_source_key, 'amendmentId', v.amendment_id)`;

const TARGETS = sql`
  SELECT t.id, t.code, t.focus_area_id AS "focusAreaId", t.note, t.not_measurable_until AS "notMeasurableUntil",
    t.provenance, t.source_key AS "sourceKey",
    (SELECT jsonb_agg(${VERSION} ORDER BY v.valid_from) FROM target_version v WHERE v.target_id = t.id) AS versions,
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
  WHERE t.plan_id = plan.id ORDER BY t.position`;

/** A JSON list of the rows, in the order they come. */
const rowsOf = (select: Sql): Sql => sql`(SELECT coalesce(jsonb_agg(each), '[]') FROM (${select}) each)`;

/** The plan with the id, or without one the current plan, and the version that it is read by. */
const wholePlan = (planId: string | null, unless: string | null): Sql => sql`
  SELECT data.versions ->> 'plan' AS version, plan.id, whole.plan
  FROM (SELECT ${DATA_VERSIONS} AS versions) data
    LEFT JOIN plan ON plan.id = coalesce(${planId}::uuid, (SELECT id FROM plan WHERE is_current))
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('head', to_jsonb(head), 'areas', ${rowsOf(FOCUS_AREAS)}, 'targets', ${rowsOf(TARGETS)}) AS plan
      FROM (SELECT ${PLAN_HEAD}) head
    ) whole ON plan.id IS NOT NULL AND data.versions ->> 'plan' IS DISTINCT FROM ${unless}::text`;

@Injectable()
export class PlanReadingRepository {
  /**
   * The plan with the id, or without one the current plan, and the version of all plans. Where the version is the one
   * given the plan itself is not read. The id is null when there is no such plan.
   */
  async whole(tx: Tx, planId: string | null, unless: string | null): Promise<ReadPlanRow> {
    const row = await firstRow(tx, ReadPlanRow, wholePlan(planId, unless));
    if (!row) throw new Error('The statement has one row');
    return row;
  }
}
