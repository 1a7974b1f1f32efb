import { isSettled, PUBLISHED_STATE, publishingTransitions, statesThat } from '@malspar/reporting-model';
import { type Sql, sql, word, wordList } from '@malspar/shared-api/sql';

/**
 * SQL of the last approved or published word of each report: the rows of a report that is approved or published, and
 * the revision that was published last of a report that is being corrected. Whatever is said of the past reads this.
 */

/** Whether the rows of the report `r` are its approved word. */
export const IS_SETTLED = sql`r.state IN ${wordList(statesThat(isSettled))}`;

/** Of the transition `t`: whether its revision is from then on the published one. */
export const HAS_PUBLISHED = sql`t.name IN ${wordList(publishingTransitions)}`;

/** Number of the revision of the report `r` that was published last; null where none was. */
export const PUBLISHED_REVISION = sql`
  (SELECT max(t.revision) FROM report_transition t WHERE t.report_id = r.id AND ${HAS_PUBLISHED})`;

/** Of the row `e`, whose report may be in any state. */
export const ENTRY_COLUMNS = sql`
  e.id, e.report_id AS "reportId", e.target_id AS "targetId", e.target_code AS "targetCode", e.position, e.assessment,
  e.no_value_reason AS "noValueReason", e.comment, e.measure, e.parts, e.milestones, e.explanations, e.provenance,
  e.year_assessment AS "yearAssessment", e.year_comment AS "yearComment", e.year_provenance AS "yearProvenance",
  e.version, e.written, e.updated_at AS "updatedAt", e.updated_by AS "updatedBy", e.updated_by_name AS "updatedByName",
  coalesce((SELECT jsonb_agg(jsonb_build_object('period', v.period, 'value', v.value::text,
      'provenance', v.provenance, 'sourceKey', v.source_key) ORDER BY v.period)
    FROM entry_value v WHERE v.entry_id = e.id), '[]') AS values`;

/** Of the report `r` and its period `p`, beside each entry. */
const WHOSE_COLUMNS = sql`
  p.code AS period, p.ends_on::text AS "endsOn", p.plan_id AS "planId", r.focus_area_id AS "focusAreaId", r.state,
  r.verdict, r.verdict_explanation AS "verdictExplanation", r.verdict_provenance AS "verdictProvenance",
  r.year_verdict AS "yearVerdict", r.year_explanation AS "yearExplanation", r.year_provenance AS "yearVerdictProvenance"`;

// A revision that was frozen without the origins of its values has them from the rows that still say the same.
const FROZEN_VALUES = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('period', given.period, 'value', given.value,
      'provenance', coalesce(origin.provenance, live.provenance, f.entry ->> 'provenance'),
      'sourceKey', CASE WHEN origin.period IS NULL THEN live.source_key ELSE origin."sourceKey" END) ORDER BY given.period)
    FROM jsonb_to_recordset(f.entry -> 'content' -> 'values') AS given (period text, value text)
      LEFT JOIN jsonb_to_recordset(coalesce(f.entry -> 'valueOrigins', '[]'))
        AS origin (period text, provenance text, "sourceKey" text) ON origin.period = given.period
      LEFT JOIN entry_value live
        ON live.entry_id = e.id AND live.period = given.period AND live.value = given.value::numeric
    WHERE given.value IS NOT NULL), '[]')`;

// So does a verdict that was frozen without its source.
const sourceKey = (frozen: Sql, provenance: Sql, source: Sql): Sql => sql`
  coalesce(${frozen} ->> 'verdictSourceKey', CASE WHEN ${provenance} = ${frozen} ->> 'verdictProvenance' THEN ${source} END)`;
const OF_VERDICT = sourceKey(sql`c.content`, sql`r.verdict_provenance`, sql`r.verdict_source_key`);
const OF_YEAR = sourceKey(sql`c.content -> 'year'`, sql`r.year_provenance`, sql`r.year_source_key`);

const FROZEN_COLUMNS = sql`
  e.id, e.report_id, e.target_id, e.target_code, e.position, f.entry -> 'content' ->> 'assessment',
  f.entry -> 'content' ->> 'noValueReason', f.entry -> 'content' ->> 'comment',
  nullif(f.entry -> 'content' -> 'measure', 'null'), f.entry -> 'content' -> 'parts',
  f.entry -> 'content' -> 'milestones', f.entry -> 'content' -> 'explanations', f.entry ->> 'provenance',
  y.assessment, coalesce(y.comment, ''), coalesce(y.provenance, 'reported'),
  e.version, e.written, NULL::timestamptz, NULL::uuid, NULL, ${FROZEN_VALUES}`;

/**
 * Opens a statement: `approved_report` has one row for each report that has an approved word, `approved_entry` one for
 * each of its entries, with the columns of `ApprovedEntryRow`. Neither is gathered whole: what is asked of it decides what
 * is read. Reports under correction are few; theirs are the only revisions that are opened, each of them once.
 */
export const WITH_APPROVED = sql`
  WITH last_published AS MATERIALIZED (
    SELECT t.report_id, max(t.revision) AS number
    FROM report r JOIN report_transition t ON t.report_id = r.id AND ${HAS_PUBLISHED}
    WHERE NOT ${IS_SETTLED} GROUP BY t.report_id),
  opened AS MATERIALIZED (
    SELECT v.report_id, v.number, v.canonical::jsonb AS content
    FROM last_published p JOIN report_revision v ON v.report_id = p.report_id AND v.number = p.number),
  corrected_report AS NOT MATERIALIZED (
    SELECT r.id, r.period_id, r.focus_area_id, ${word(PUBLISHED_STATE)} AS state, c.number AS revision,
      c.content -> 'verdict' ->> 'verdict' AS verdict, c.content -> 'verdict' ->> 'explanation' AS verdict_explanation,
      c.content ->> 'verdictProvenance' AS verdict_provenance, ${OF_VERDICT} AS verdict_source_key,
      c.content -> 'year' ->> 'verdict' AS year_verdict,
      coalesce(c.content -> 'year' ->> 'explanation', '') AS year_explanation,
      coalesce(c.content -> 'year' ->> 'verdictProvenance', 'reported') AS year_provenance,
      ${OF_YEAR} AS year_source_key, c.content
    FROM opened c JOIN report r ON r.id = c.report_id),
  approved_report AS NOT MATERIALIZED (
    SELECT r.id, r.period_id, r.focus_area_id, r.state, r.revision, r.verdict, r.verdict_explanation,
      r.verdict_provenance, r.verdict_source_key, r.year_verdict, r.year_explanation, r.year_provenance,
      r.year_source_key
    FROM report r WHERE ${IS_SETTLED}
    UNION ALL
    SELECT r.id, r.period_id, r.focus_area_id, r.state, r.revision, r.verdict, r.verdict_explanation,
      r.verdict_provenance, r.verdict_source_key, r.year_verdict, r.year_explanation, r.year_provenance,
      r.year_source_key
    FROM corrected_report r),
  approved_entry AS NOT MATERIALIZED (
    SELECT ${ENTRY_COLUMNS}, ${WHOSE_COLUMNS}
    FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN entry e ON e.report_id = r.id
    WHERE ${IS_SETTLED}
    UNION ALL
    SELECT ${FROZEN_COLUMNS}, ${WHOSE_COLUMNS}
    FROM corrected_report r JOIN reporting_period p ON p.id = r.period_id
      CROSS JOIN jsonb_array_elements(r.content -> 'entries') AS f (entry)
      JOIN entry e ON e.report_id = r.id AND e.target_code = f.entry ->> 'targetCode'
      LEFT JOIN LATERAL jsonb_to_recordset(r.content -> 'year' -> 'targets')
        AS y ("targetCode" text, assessment text, comment text, provenance text)
        ON y."targetCode" = e.target_code)`;

/** The values of the `approved_entry` row `e`, as rows `v` in a FROM. */
export const VALUES_OF_ENTRY = sql`
  jsonb_to_recordset(e.values) AS v (period text, value text, provenance text, "sourceKey" text)`;
