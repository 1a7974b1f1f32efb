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
import { DATA_VERSIONS, type Tx } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
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
  /** All of them, newest last. */
  readonly versions: TargetVersion[];
  readonly indicator: Indicator;
}

/** A whole plan with all that it has ever said. */
export interface WholePlanRow {
  readonly head: PlanHeadRow;
  readonly areas: FocusAreaRow[];
  readonly targets: TargetRow[];
}

/** A plan as it was read; null where there is none, or it was not wanted. */
export interface ReadPlanRow {
  readonly version: string;
  readonly id: string | null;
  readonly plan: WholePlanRow | null;
}

const ORIGIN = (t: string): string => `'provenance', ${t}.provenance, 'sourceKey', ${t}.source_key`;

/** A JSON list of the plan's rows of one table. */
const listOf = (table: string, order: string, fields: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}), '[]')
   FROM ${table} t WHERE t.plan_id = plan.id)`;

const PLAN_HEAD = `
  plan.id, plan.slug, plan.title, plan.language, plan.organisation, plan.contact, plan.decided_by AS "decidedBy",
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
    ${listOf('source', 't.position', `'key', t.key, 'title', t.title, 'url', t.url`)} AS sources`;

const FOCUS_AREAS = `
  SELECT a.id, a.slug, a.number, a.title, a.department_id AS "departmentId", a.provenance,
    a.source_key AS "sourceKey", a.goals_provenance AS "goalsProvenance",
    jsonb_build_object('text', a.aim, 'provenance', a.aim_provenance, 'sourceKey', a.aim_source_key) AS "longTermAim",
    (SELECT coalesce(jsonb_agg(g.slug ORDER BY l.position), '[]')
     FROM focus_area_goal l JOIN overarching_goal g ON g.id = l.goal_id WHERE l.focus_area_id = a.id) AS "goalSlugs"
  FROM focus_area a WHERE a.plan_id = plan.id ORDER BY a.number`;

/** Numbers become text here: JSON would make them binary fractions. */
const VERSION = `jsonb_build_object(
  'validFrom', v.valid_from, 'title', v.title, 'targetYear', v.target_year,
  'targetValue', trim_scale(v.target_value)::text, 'targetValueProvenance', v.target_value_provenance,
  'targetValueSourceKey', v.target_value_source_key, 'amendmentId', v.amendment_id)`;

const TARGETS = `
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
const rowsOf = (select: string): string => `(SELECT coalesce(jsonb_agg(each), '[]') FROM (${select}) each)`;

/** The plan with the id, or without one the current plan, and the version that it is read by. */
const WHOLE_PLAN = `
  SELECT data.versions ->> 'plan' AS version, plan.id, whole.plan
  FROM (SELECT ${DATA_VERSIONS} AS versions) data
    LEFT JOIN plan ON plan.id = coalesce($1::uuid, (SELECT id FROM plan WHERE is_current))
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('head', to_jsonb(head), 'areas', ${rowsOf(FOCUS_AREAS)}, 'targets', ${rowsOf(TARGETS)}) AS plan
      FROM (SELECT ${PLAN_HEAD}) head
    ) whole ON data.versions ->> 'plan' IS DISTINCT FROM $2::text`;

@Injectable()
export class PlanReadingRepository {
  /**
   * The plan with the id, or without one the current plan, and the version of all plans. Where the version is the one
   * given the plan itself is not read. The id is null when there is no such plan.
   */
  async whole(tx: Tx, planId: string | null, unless: string | null): Promise<ReadPlanRow> {
    const [row] = await managerOf(tx).query<ReadPlanRow[]>(WHOLE_PLAN, [planId, unless]);
    if (!row) throw new Error('The statement has one row');
    return row;
  }
}
