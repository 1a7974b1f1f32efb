import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The app's role, sessions, rate limits, the audit log and idempotency keys. */
export class Foundation1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // On a managed server the role may have been made beforehand, with a login of its own.
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'malspar_app') THEN
          CREATE ROLE malspar_app NOLOGIN;
        END IF;
      END $$`);
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await runner.query('GRANT USAGE ON SCHEMA public TO malspar_app');

    await runner.query(`
      CREATE TABLE session (
        sid varchar NOT NULL CONSTRAINT session_pkey PRIMARY KEY,
        sess json NOT NULL,
        expire timestamp(6) NOT NULL
      )`);
    await runner.query('CREATE INDEX ix_session_expire ON session (expire)');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON session TO malspar_app');

    await runner.query(`
      CREATE TABLE idempotency_key (
        person_id uuid NOT NULL,
        key text NOT NULL CONSTRAINT ck_idempotency_key_length CHECK (length(key) BETWEEN 8 AND 100),
        request_hash text NOT NULL CONSTRAINT ck_idempotency_key_hash CHECK (request_hash ~ '^[0-9a-f]{64}$'),
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotency_key PRIMARY KEY (person_id, key)
      )`);
    await runner.query('CREATE INDEX ix_idempotency_key_created_at ON idempotency_key (created_at)');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO malspar_app');

    // The shape that rate-limiter-flexible expects.
    await runner.query(`
      CREATE TABLE rate_limit (
        key varchar(255) NOT NULL CONSTRAINT pk_rate_limit PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO malspar_app');

    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% on % is refused: rows are only ever added', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TABLE audit_event (
        seq bigint CONSTRAINT pk_audit_event PRIMARY KEY CONSTRAINT ck_audit_event_seq CHECK (seq > 0),
        at text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        kind text NOT NULL CONSTRAINT ck_audit_event_kind CHECK (kind ~ '^[a-z-]+\\.[a-z-]+$'),
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        data jsonb NOT NULL,
        previous_hash text NOT NULL CONSTRAINT uq_audit_event_previous_hash UNIQUE,
        hash text NOT NULL CONSTRAINT uq_audit_event_hash UNIQUE
          CONSTRAINT ck_audit_event_hash CHECK (hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query('CREATE INDEX ix_audit_event_subject ON audit_event (subject_type, subject_id)');
    await runner.query(`
      CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TRIGGER audit_event_is_not_truncated BEFORE TRUNCATE ON audit_event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query('GRANT SELECT, INSERT ON audit_event TO malspar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_event');
    await runner.query('DROP FUNCTION refuse_change()');
    await runner.query('DROP TABLE rate_limit');
    await runner.query('DROP TABLE idempotency_key');
    await runner.query('DROP TABLE session');
    await runner.query('REVOKE USAGE ON SCHEMA public FROM malspar_app');
    // The role and the extension may serve other databases of the same server: they stay.
  }
}
