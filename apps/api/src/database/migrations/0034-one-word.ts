import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an owner says to a reviewer's comment is a reply, and what a request was given is a response. */
export class OneWord1700000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [before, after] of COMMENT) await runner.query(rename('report_comment', before, after));
    await runner.query(renameConstraint('ck_report_comment_answer', 'ck_report_comment_reply'));
    await runner.query(rename('idempotency_key', 'answer', 'response'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rename('idempotency_key', 'response', 'answer'));
    await runner.query(renameConstraint('ck_report_comment_reply', 'ck_report_comment_answer'));
    for (const [before, after] of COMMENT) await runner.query(rename('report_comment', after, before));
  }
}

const COMMENT = [
  ['answer', 'reply'],
  ['answered_by', 'replied_by'],
  ['answered_by_name', 'replied_by_name'],
  ['answered_at', 'replied_at'],
] as const;

const rename = (table: string, before: string, after: string): string =>
  `ALTER TABLE ${table} RENAME COLUMN ${before} TO ${after}`;

const renameConstraint = (before: string, after: string): string =>
  `ALTER TABLE report_comment RENAME CONSTRAINT ${before} TO ${after}`;
