import { type Demand, demands, MET } from '@malspar/shared-model';
import type { ReportFacts } from './report-facts.js';
import { isSettled } from './states.js';

/** Why a transition is disabled, as a stable code. */
export type DisabledReason =
  | 'period_not_open'
  | 'period_closed'
  | 'four_eyes_writer'
  | 'four_eyes_endorser'
  | 'checks_open'
  | 'soft_checks_unexplained'
  | 'nothing_corrected'
  | 'not_a_correction';

/** The period takes reports. */
export const periodOpen = demands('period', (report: ReportFacts) => whyPeriodIsNotOpen(report));

/** No hard check open, every soft check explained. */
export const checksMet: Demand<ReportFacts, DisabledReason, 'checks'> = {
  ...demands('checks', ({ openHardChecks, unexplainedSoftChecks }: ReportFacts) => {
    if (openHardChecks > 0) return 'checks_open';
    return unexplainedSoftChecks > 0 ? 'soft_checks_unexplained' : null;
  }),
  readsMore: true,
};

/** A correction says something else than what is published. */
export const correctsSomething: Demand<ReportFacts, DisabledReason, 'change'> = {
  ...demands('change', ({ correctsNothing }: ReportFacts) => (correctsNothing ? 'nothing_corrected' : null)),
  readsMore: true,
};

/** Taken by somebody who neither wrote in the report since it was last approved nor submitted it. */
export const notWriter = demands('notWriter', ({ submittedBy, writers }: ReportFacts, personId) =>
  submittedBy === personId || writers.includes(personId) ? 'four_eyes_writer' : null,
);

export const notEndorser = demands('notEndorser', ({ endorsedBy }: ReportFacts, personId) =>
  endorsedBy === personId ? 'four_eyes_endorser' : null,
);

/** Taken only of a report that is being corrected: it has been published, and is not approved anew. */
export const beingCorrected: Demand<ReportFacts, 'not_a_correction', 'correction'> = {
  name: 'correction',
  outcome: ({ facts }) => (isBeingCorrected(facts) ? MET : { is: 'absent', whyNot: 'not_a_correction' }),
};

const isBeingCorrected = ({ state, publishedRevision }: ReportFacts): boolean =>
  !isSettled(state) && publishedRevision !== null;

/**
 * Why the period takes nothing from the report now. A closed period takes no new reports, but what has once been
 * submitted may be finished: returned or reopened reports must never be stuck.
 */
export function whyPeriodIsNotOpen({ periodState, revision }: ReportFacts): 'period_not_open' | 'period_closed' | null {
  if (periodState === 'upcoming') return 'period_not_open';
  return periodState === 'closed' && revision === 0 ? 'period_closed' : null;
}
