export * from './audit-kinds.js';
export {
  checkComments,
  type CheckedEntry,
  checkEntry,
  checkReport,
  checkVerdict,
  isOpen,
  isUnanswered,
} from './checks.js';
export { asksForParts, hasAdditiveParts } from './checks-of-parts.js';
export { acceptedValues, contradictsAbsence, statedRange, usualRange } from './checks-of-values.js';
export * from './content-faults.js';
export * from './content-fields.js';
export type { DisabledReason } from './demands.js';
export { type Comparable, reportDiff } from './diff.js';
export * from './earlier-wordings.js';
export * from './entry.js';
export * from './example-fields.js';
export * from './next-period.js';
export * from './period-doubts.js';
export * from './period-ends.js';
export * from './person-name.js';
export * from './policy.js';
export * from './readable-content.js';
export * from './report.js';
export type * from './report-facts.js';
export * from './required-fields.js';
export * from './states.js';
export * from './summary.js';
export * from './target-line.js';
export * from './words.js';
export * from './workflow.js';
export * from './workflow-words.js';
export * from './year-part.js';
