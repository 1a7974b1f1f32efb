/** The acts that have words of their own; what is added later shows its code until it has. */
const KNOWN = new Set([
  'assignment.create',
  'assignment.change',
  'assignment.end',
  'assignment.remove',
  'period.open',
  'period.close',
  'person.enter',
  'person.sign-in',
  'plan.load',
  'target.amend',
  'report.answer-comment',
  'report.approve',
  'report.correct',
  'report.endorse',
  'report.import',
  'report.publish',
  'report.reopen',
  'report.return',
  'report.submit',
  'report.withdraw',
]);

/** The key of an act's text; null when it has none. */
export const actText = (kind: string): string | null => (KNOWN.has(kind) ? `identity.audit.act.${kind}` : null);
