/** Acts that have words of their own; another is shown by its code. */
export const auditKinds = [
  'assignment.create',
  'assignment.change',
  'assignment.end',
  'assignment.remove',
  'feedback.handle',
  'feedback.reopen',
  'period.open',
  'period.close',
  'person.sign-in',
  'person.enter',
  'plan.load',
  'plan-document.upload',
  'plan-document.change',
  'plan-document.order',
  'plan-document.replace',
  'plan-document.withdraw',
  'plan-document.restore',
  'accessibility-statement.save',
  'publication.publish',
  'report.submit',
  'report.withdraw',
  'report.endorse',
  'report.return',
  'report.approve',
  'report.reopen',
  'report.publish',
  'report.correct',
  'report.import',
  'report.answer-comment',
  'target.amend',
] as const;

export const auditSubjects = [
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
] as const;

const has = (list: readonly string[], word: string): boolean => list.includes(word);

/** The key of the act's words, or null. */
export const kindText = (kind: string): string | null =>
  has(auditKinds, kind) ? `identity.audit.kinds.${kind}` : null;

/** The key of the subject's word, or null. */
export const subjectText = (type: string): string | null =>
  has(auditSubjects, type) ? `identity.audit.subjects.${type}` : null;
