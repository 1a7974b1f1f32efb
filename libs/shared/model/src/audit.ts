import * as z from 'zod';

/**
 * Every kind of act that can be in the audit log, `<subject>.<act>`. The log takes no other, and each has words in
 * `audit-words.*.ts`: a kind without words does not compile.
 */
export const AuditKind = z.enum([
  'accessibility-statement.save',
  'assignment.change',
  'assignment.create',
  'assignment.end',
  'assignment.remove',
  'feedback.handle',
  'feedback.reopen',
  'period.close',
  'period.move-due-date',
  'period.open',
  'period.reopen',
  'person.activate',
  'person.deactivate',
  'person.end-sessions',
  'person.enter',
  'person.sign-in',
  'person.sign-in-refused',
  'plan-document.change',
  'plan-document.order',
  'plan-document.replace',
  'plan-document.restore',
  'plan-document.upload',
  'plan-document.withdraw',
  'plan.load',
  'publication.publish',
  'report.answer-comment',
  'report.approve',
  'report.cancel-correction',
  'report.correct',
  'report.endorse',
  'report.import',
  'report.publish',
  'report.reopen',
  'report.return',
  'report.submit',
  'report.withdraw',
  'target.amend',
]);
export type AuditKind = z.infer<typeof AuditKind>;

/** Every type of thing that an act can be about. */
export const AuditSubject = z.enum([
  'accessibility-statement',
  'assignment',
  'feedback',
  'period',
  'person',
  'plan',
  'plan-document',
  'publication',
  'report',
  'target',
]);
export type AuditSubject = z.infer<typeof AuditSubject>;

/** The acts on one type of subject: `AuditAct<'period'>` is `'open' | 'close'`. */
export type AuditAct<S extends AuditSubject> = ActIn<AuditKind, S>;
type ActIn<K extends AuditKind, S extends AuditSubject> = K extends `${S}.${infer Act}` ? Act : never;

/** What the log's kinds and subjects are called in one language. */
export interface AuditWords {
  readonly kinds: Readonly<Record<AuditKind, string>>;
  readonly subjects: Readonly<Record<AuditSubject, string>>;
}
