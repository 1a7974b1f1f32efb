import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './append-only.js';

/** The pages of published versions with what they load, as bytes; and previews, which are thrown away again. */
export class FrozenPages1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publication_page (
        publication_id uuid NOT NULL,
        number integer NOT NULL,
        form text NOT NULL CONSTRAINT ck_publication_page_form CHECK (form IN ('newest', 'superseded', 'changes')),
        language text NOT NULL CONSTRAINT ck_publication_page_language CHECK (language ~ '^[a-z]{2}$'),
        sha256 text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT pk_publication_page PRIMARY KEY (publication_id, number, form, language),
        CONSTRAINT fk_publication_page_version FOREIGN KEY (publication_id, number)
          REFERENCES publication_version (publication_id, number),
        CONSTRAINT ck_publication_page_sha256 CHECK (sha256 = encode(sha256(content), 'hex'))
      )`);
    await appendOnly(runner, 'publication_page');

    // A page names its stylesheet and fonts by their content: they have to be there as long as the page is.
    await runner.query(`
      CREATE TABLE publication_asset (
        path text NOT NULL CONSTRAINT pk_publication_asset PRIMARY KEY
          CONSTRAINT ck_publication_asset_path CHECK (path ~ '^/assets/[a-z0-9-]+[.][A-Za-z0-9_-]{27}[.][a-z0-9]+$'),
        media_type text NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT ck_publication_asset_sha256 CHECK (sha256 = encode(sha256(content), 'hex'))
      )`);
    await appendOnly(runner, 'publication_asset');

    // To pack a page as hard as it goes takes longer than to make it: it is done once, by whoever first has the time.
    await runner.query(`
      CREATE TABLE page_packing (
        sha256 text NOT NULL CONSTRAINT pk_page_packing PRIMARY KEY,
        brotli bytea NOT NULL
      )`);
    await runner.query('ALTER TABLE page_packing ALTER COLUMN brotli SET STORAGE EXTERNAL');
    await runner.query('GRANT SELECT, INSERT ON page_packing TO malspar_app');

    await runner.query(`
      CREATE TABLE preview (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_preview PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_preview_person REFERENCES person (id),
        period text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX ix_preview_person ON preview (person_id)');
    await runner.query('GRANT SELECT, INSERT, DELETE ON preview TO malspar_app');
    await runner.query(`
      CREATE TABLE preview_part (
        preview_id uuid NOT NULL CONSTRAINT fk_preview_part_preview REFERENCES preview (id) ON DELETE CASCADE,
        name text NOT NULL,
        media_type text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT pk_preview_part PRIMARY KEY (preview_id, name)
      )`);
    await runner.query('GRANT SELECT, INSERT ON preview_part TO malspar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE preview_part');
    await runner.query('DROP TABLE preview');
    await runner.query('DROP TABLE page_packing');
    await runner.query('DROP TABLE publication_asset');
    await runner.query('DROP TABLE publication_page');
  }
}
