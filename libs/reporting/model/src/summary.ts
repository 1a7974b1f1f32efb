import type { Principal } from '@malspar/shared-model';
import type { EntryContent } from './entry.js';
import { availableTransitions, mayWrite, type ReportFacts } from './policy.js';
import type { ReportSummary } from './report.js';

/** How many entries have an assessment. */
export const entriesDone = (entries: readonly { readonly content: Pick<EntryContent, 'assessment'> }[]): number =>
  entries.filter((entry) => entry.content.assessment !== null).length;

/** What waits for this person in the report; null when it is somebody else's turn, or nobody's. */
export function waitsForMe(
  report: ReportFacts,
  unansweredComments: number,
  who: Principal,
): ReportSummary['waitsForMe'] {
  if (mayWrite(report, who)) return unansweredComments > 0 ? 'answer' : 'write';
  const enabled = availableTransitions(report, who).filter((transition) => transition.enabled);
  if (enabled.some((transition) => transition.name === 'endorse')) return 'endorse';
  return enabled.some((transition) => transition.name === 'approve') ? 'approve' : null;
}
