import { actingPeople } from '@malspar/identity-api';
import { isPublished, isSentBack, statesThat } from '@malspar/reporting-model';
import { DATA_VERSIONS, type Sql, sql, wordList } from '@malspar/shared-api/sql';
import type { PlainDate } from '@malspar/shared-model';
import { ENTRY_COLUMNS, HAS_PUBLISHED, IS_SETTLED, PUBLISHED_REVISION } from './approved-word.sql.js';

/** Of the report `r`, its period `p` and its area `f`: a `ReportRow`. */
export const COLUMNS = sql`
  r.id, r.period_id AS "periodId", r.focus_area_id AS "focusAreaId", r.state, r.state_since AS "stateSince", r.version,
  r.verdict, r.verdict_explanation AS "verdictExplanation", r.verdict_provenance AS "verdictProvenance",
  r.verdict_source_key AS "verdictSourceKey", r.verdict_version AS "verdictVersion",
  r.verdict_updated_at AS "verdictUpdatedAt", r.verdict_updated_by AS "verdictUpdatedBy",
  r.verdict_updated_by_name AS "verdictUpdatedByName",
  r.year_verdict AS "yearVerdict", r.year_explanation AS "yearExplanation", r.year_provenance AS "yearProvenance",
  r.year_source_key AS "yearSourceKey", r.year_version AS "yearVersion", r.year_updated_at AS "yearUpdatedAt",
  r.year_updated_by AS "yearUpdatedBy", r.year_updated_by_name AS "yearUpdatedByName", r.verdict_written AS "verdictWritten", r.revision,
  r.revision_sha256 AS "revisionSha256",
  r.submitted_by AS "submittedBy", r.submitted_by_name AS "submittedByName", r.submitted_at AS "submittedAt",
  r.endorsed_by AS "endorsedBy", r.revision_writers AS "revisionWriters", r.transitions, f.department_id AS "departmentId", f.number AS "areaNumber", r.imported_at AS "importedAt", r.created_at AS "createdAt",
  p.plan_id AS "planId", p.code AS period, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
  p.opens_on::text AS "opensOn", p.due_on::text AS "dueOn", p.closed_at AS "closedAt",
  ${PUBLISHED_REVISION} AS "publishedRevision",
  coalesce((SELECT max(v.number) FROM report_revision v WHERE v.report_id = r.id), 0) AS "newestRevision",
  (SELECT jsonb_build_object('number', v.number, 'sha256', v.sha256, 'submittedBy', v.submitted_by,
      'submittedByName', v.submitted_by_name, 'submittedAt', v.submitted_at, 'content', v.canonical::jsonb,
      'publishedAt', (SELECT max(t.at) FROM report_transition t WHERE t.report_id = r.id AND ${HAS_PUBLISHED}))
    FROM report_revision v
    WHERE NOT ${IS_SETTLED} AND v.report_id = r.id AND v.number = ${PUBLISHED_REVISION}) AS published`;

// A report is the area's and the area the department's: policies ask for both, and need not load a plan to know.
export const TABLES = sql`report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area f ON f.id = r.focus_area_id`;

const PUBLISHED = wordList(statesThat(isPublished));

export const COUNTS = sql`
  (SELECT count(*)::int FROM entry e WHERE e.report_id = r.id AND e.assessment IS NOT NULL) AS "entriesDone",
  (SELECT count(*)::int FROM entry e WHERE e.report_id = r.id) AS "entriesTotal",
  (SELECT count(*)::int FROM report_comment c WHERE c.report_id = r.id AND c.revision = r.revision AND c.needs_reply AND c.reply IS NULL) AS "commentsLackingReply",
  (SELECT jsonb_build_object('reason', s.reason, 'who', s.actor_name) FROM report_transition s
    WHERE r.state IN ${wordList(statesThat(isSentBack))} AND s.report_id = r.id AND s.number = r.transitions) AS "sentBack",
  (SELECT jsonb_build_object('reason', s.reason, 'who', s.actor_name, 'at', s.at, 'revision', s.revision)
    FROM report_transition s WHERE r.state NOT IN ${PUBLISHED} AND s.report_id = r.id AND s.from_state IN ${PUBLISHED}
    ORDER BY s.number DESC LIMIT 1) AS correction`;

/** Those who can act on the report `r` today, as JSON. */
export const actingOn = (today: PlainDate): Sql => sql`
  (SELECT coalesce(jsonb_agg(each), '[]')
   FROM (${actingPeople(sql`ARRAY[r.focus_area_id, f.department_id]`, sql`'coordinator'`, today)}) each)`;

/** Of the comment `c`: a `CommentRow`. */
export const COMMENT_COLUMNS = sql`
  c.id, c.report_id AS "reportId", c.revision, c.position, c.target_code AS "targetCode", c.field, c.text, c.suggestion,
  c.author_id AS "authorId", c.author_name AS "authorName", c.created_at AS "createdAt",
  c.needs_reply AS "needsReply", c.reply, c.replied_by AS "repliedBy", c.replied_by_name AS "repliedByName",
  c.replied_at AS "repliedAt"`;

/** SQL of the writing of the report `r`, as one JSON object. */
export const WRITING = sql`jsonb_build_object(
  'entries', (SELECT coalesce(jsonb_agg(each ORDER BY each.position), '[]')
    FROM (SELECT ${ENTRY_COLUMNS} FROM entry e WHERE e.report_id = r.id) each),
  'comments', (SELECT coalesce(jsonb_agg(each ORDER BY each."createdAt", each.position), '[]')
    FROM (SELECT ${COMMENT_COLUMNS}
      FROM report_comment c WHERE c.report_id = r.id) each))`;

/**
 * SQL of a text that changes with any row that the report `r` is read from. PostgreSQL marks each row with the transaction
 * that wrote it (`xmin`), which no writer can forget; revisions and transitions are added only together with a change of
 * the report's own row. The plan and the approved word have versions, and of those who can act today it has who they are.
 */
export const reportVersion = (today: PlainDate): Sql => sql`
  md5(jsonb_build_array(r.xmin::text, p.xmin::text,
    (SELECT jsonb_agg(e.xmin::text ORDER BY e.id) FROM entry e WHERE e.report_id = r.id),
    (SELECT jsonb_agg(v.xmin::text ORDER BY v.entry_id, v.period)
      FROM entry e JOIN entry_value v ON v.entry_id = e.id WHERE e.report_id = r.id),
    (SELECT jsonb_agg(c.xmin::text ORDER BY c.id) FROM report_comment c WHERE c.report_id = r.id),
    ${actingOn(today)}, ${DATA_VERSIONS})::text)`;
