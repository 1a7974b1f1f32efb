import type { Principal } from '@malspar/shared-model';
import { availableTransitions, mayWrite } from './policy.js';
import type { AvailableTransition, ReportSummary } from './report.js';
import type { ReportFacts } from './report-facts.js';

/** What waits for this person in the report; null when it is somebody else's turn, or nobody's. */
export function waitsForMe(
  report: ReportFacts,
  commentsLackingReply: number,
  who: Principal,
): ReportSummary['waitsForMe'] {
  if (mayWrite(report, who)) return commentsLackingReply > 0 ? 'reply' : 'write';
  const signOff = availableTransitions(report, who).find((each) => each.enabled && isSignOff(each));
  return signOff?.name ?? null;
}

/** Whether what waits is a decision, and not something to write. */
export const awaitsDecision = ({ waitsForMe }: Pick<ReportSummary, 'waitsForMe'>): boolean =>
  waitsForMe !== null && waitsForMe !== 'write' && waitsForMe !== 'reply';

/** Whether the transition is a decision for the revision that was read. */
export const isSignOff = ({ demandsRevisionHash }: Pick<AvailableTransition, 'demandsRevisionHash'>): boolean =>
  demandsRevisionHash;
