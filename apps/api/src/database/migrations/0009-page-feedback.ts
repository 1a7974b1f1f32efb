import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What visitors of the public site thought of its pages. Nothing says who they are: no address, no browser, and of the
 * time only the date.
 */
export class PageFeedback1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE page_feedback (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_page_feedback PRIMARY KEY,
        path text NOT NULL CONSTRAINT ck_page_feedback_path CHECK (path ~ '^/' AND length(path) <= 300),
        language text NOT NULL CONSTRAINT ck_page_feedback_language CHECK (language IN ('sv', 'en')),
        helpful boolean NOT NULL,
        given_on date NOT NULL,
        comment text CONSTRAINT ck_page_feedback_comment CHECK (length(comment) BETWEEN 1 AND 2500),
        masked boolean NOT NULL DEFAULT false,
        suspicion text CONSTRAINT ck_page_feedback_suspicion CHECK (suspicion IN ('trap', 'quick', 'link', 'markup')),
        illustrative boolean NOT NULL DEFAULT false,
        handled_at timestamptz,
        handled_by uuid,
        handled_by_name text,
        CONSTRAINT ck_page_feedback_masked CHECK (comment IS NOT NULL OR NOT masked),
        CONSTRAINT ck_page_feedback_handled CHECK (
          (handled_at IS NULL) = (handled_by IS NULL) AND (handled_at IS NULL) = (handled_by_name IS NULL)
          AND (handled_at IS NULL OR comment IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX ix_page_feedback_given_on ON page_feedback (given_on, path)');
    await runner.query('CREATE INDEX ix_page_feedback_comment ON page_feedback (path) WHERE comment IS NOT NULL');
    await runner.query(`
      CREATE FUNCTION keep_feedback_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.comment IS NOT NULL AND NEW.comment IS DISTINCT FROM OLD.comment
          AND NOT (NEW.comment IS NULL AND OLD.given_on < current_date - interval '24 months') THEN
          RAISE EXCEPTION 'the words of feedback are never rewritten, and cleared only after 24 months'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER page_feedback_keeps_its_words BEFORE UPDATE ON page_feedback
        FOR EACH ROW EXECUTE FUNCTION keep_feedback_words()`);
    await runner.query('GRANT SELECT, INSERT ON page_feedback TO malspar_app');
    await runner.query(`
      GRANT UPDATE (helpful, comment, masked, suspicion, handled_at, handled_by, handled_by_name)
        ON page_feedback TO malspar_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE page_feedback');
    await runner.query('DROP FUNCTION keep_feedback_words()');
  }
}
