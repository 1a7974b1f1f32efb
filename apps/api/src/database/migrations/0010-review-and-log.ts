import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an event of the log is about, in words and with its focus area. Domains meet here, in the shell, so that the log
 * itself knows none of them. What has been taken away is named by the event that took it away.
 */
const AUDIT_SUBJECT = `
  CREATE VIEW audit_subject (type, id, title, period, focus_area_id) AS
  SELECT 'report', r.id::text, a.title, p.code, a.id
  FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area a ON a.id = r.focus_area_id
  UNION ALL
  SELECT 'target', t.id::text, t.code || ' ' || v.title, NULL, t.focus_area_id
  FROM target t CROSS JOIN LATERAL (
    SELECT title FROM target_version WHERE target_id = t.id ORDER BY valid_from DESC LIMIT 1) v
  UNION ALL
  SELECT 'assignment', s.id::text, concat_ws(', ', p.name, coalesce(a.title, d.title)), NULL, s.focus_area_id
  FROM assignment s JOIN person p ON p.id = s.person_id
    LEFT JOIN focus_area a ON a.id = s.focus_area_id LEFT JOIN department d ON d.id = s.department_id
  UNION ALL
  SELECT 'assignment', e.subject_id, concat_ws(', ', p.name, coalesce(a.title, d.title)), NULL, a.id
  FROM audit_event e LEFT JOIN person p ON p.id::text = e.data->>'personId'
    LEFT JOIN focus_area a ON a.id::text = e.data->>'scopeId'
    LEFT JOIN department d ON d.id::text = e.data->>'scopeId'
  WHERE e.kind = 'assignment.remove'
  UNION ALL
  SELECT 'period', id::text, NULL, code, NULL::uuid FROM reporting_period
  UNION ALL
  SELECT 'publication', id::text, NULL, period, NULL::uuid FROM publication
  UNION ALL
  SELECT 'person', id::text, name, NULL, NULL::uuid FROM person
  UNION ALL
  SELECT 'plan', id::text, title, NULL, NULL::uuid FROM plan
  UNION ALL
  SELECT 'plan-document', id::text, title, NULL, NULL::uuid FROM plan_document
  UNION ALL
  SELECT 'feedback', id::text, path, NULL, NULL::uuid FROM page_feedback`;

/** Comments that wait for no reply, and the log read by what it is about, by whom, by act and by day. */
export class ReviewAndLog1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // All that has been said so far came with a return.
    await runner.query('ALTER TABLE report_comment ADD COLUMN needs_reply boolean NOT NULL DEFAULT true');
    await runner.query(AUDIT_SUBJECT);
    await runner.query('GRANT SELECT ON audit_subject TO malspar_app');
    await runner.query('CREATE INDEX ix_audit_event_actor ON audit_event (actor_id, seq)');
    await runner.query('CREATE INDEX ix_audit_event_kind ON audit_event (kind, seq)');
    await runner.query('CREATE INDEX ix_audit_event_at ON audit_event (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_audit_event_at, ix_audit_event_kind, ix_audit_event_actor');
    await runner.query('DROP VIEW audit_subject');
    await runner.query('ALTER TABLE report_comment DROP COLUMN needs_reply');
  }
}
