import { hasRole, isAssigned, type Principal } from '@malspar/shared-model';
import type { AvailableTransition } from './report.js';
import { isSettled, type ReportState } from './states.js';
import { type Demand, type Relation, type Transition, workflow } from './workflow.js';

/** What policies need to know of a report. Persons are ids: what counts is who, not in which role. */
export interface ReportFacts {
  readonly state: ReportState;
  readonly focusAreaId: string;
  readonly departmentId: string;
  readonly periodState: 'upcoming' | 'open' | 'closed';
  /** Number of the latest revision; 0 when never submitted. */
  readonly revision: number;
  /** Number of the revision that was published last; null where none was. */
  readonly publishedRevision: number | null;
  /** Who submitted the latest revision. */
  readonly submittedBy: string | null;
  /** Everybody who had written in the report, since it was last approved, when the latest revision was frozen. */
  readonly writers: readonly string[];
  /** Who endorsed the latest revision; null when nobody has. */
  readonly endorsedBy: string | null;
  readonly openHardChecks: number;
  readonly unexplainedSoftChecks: number;
}

/** Why a transition is disabled, as a stable code. */
export type DisabledReason =
  | 'period_not_open'
  | 'period_closed'
  | 'four_eyes_writer'
  | 'four_eyes_endorser'
  | 'checks_open'
  | 'soft_checks_unexplained';

type Scope = Pick<ReportFacts, 'focusAreaId' | 'departmentId'>;

/** How the person is tied to the report today; deputies count as what they stand in for. */
export function relationsTo(report: Scope, who: Principal): Relation[] {
  const relations: Relation[] = [];
  if (isAssigned(who, 'owner', report.focusAreaId)) relations.push('owner');
  if (isAssigned(who, 'manager', report.departmentId)) relations.push('manager');
  if (hasRole(who, 'coordinator')) relations.push('coordinator');
  return relations;
}

/** Whether the person takes part in the work on the report: sees it in every state, with comments and history. */
export const isInsider = (report: Scope, who: Principal): boolean =>
  relationsTo(report, who).length > 0 || hasRole(who, 'admin');

/**
 * Whether the person may know of the report at all; everyone signed in may read what is approved or published. While a
 * report is being corrected that is its published revision.
 */
export const mayRead = (report: Scope & Pick<ReportFacts, 'state' | 'publishedRevision'>, who: Principal): boolean =>
  isSettled(report.state) || report.publishedRevision !== null || isInsider(report, who);

/** Whether a published report is open again. */
const isBeingCorrected = (report: Pick<ReportFacts, 'state' | 'publishedRevision'>): boolean =>
  !isSettled(report.state) && report.publishedRevision !== null;

/** Whether the person may write in the report now. */
export const mayWrite = (report: ReportFacts, who: Principal): boolean =>
  (report.state === 'draft' || report.state === 'returned') &&
  relationsTo(report, who).includes('owner') &&
  periodObstacle(report) === null;

/**
 * Whether the person may see what a report says of its area as a whole. Until it is submitted that is the business of
 * those who write it: anybody else would take it for a fact.
 */
export const maySeeVerdict = (report: Scope & Pick<ReportFacts, 'state'>, who: Principal): boolean =>
  report.state !== 'draft' || relationsTo(report, who).includes('owner');

/** As `maySeeVerdict`, in a list: there nothing says that what was returned is being written anew. */
export const maySeeVerdictInList = (report: Scope & Pick<ReportFacts, 'state'>, who: Principal): boolean =>
  maySeeVerdict(report, who) && (report.state !== 'returned' || relationsTo(report, who).includes('owner'));

/**
 * The steps the person may take from the report's present state, each enabled or disabled with the first reason why.
 * Steps that are none of their business, those taken only by a publication, and those of a correction where there is none, are absent.
 */
export function availableTransitions(report: ReportFacts, who: Principal): AvailableTransition[] {
  const relations = relationsTo(report, who);
  return workflow
    .filter((row) => row.from.includes(report.state))
    .filter((row) => row.who.some((relation) => relations.includes(relation)))
    .filter((row) => !row.demands.includes('publication'))
    .filter((row) => !row.demands.includes('correction') || isBeingCorrected(report))
    .map((row) => {
      const reason = obstacle(row, report, who);
      return {
        name: row.name,
        enabled: reason === null,
        reason,
        demandsReason: row.demands.includes('reason'),
        demandsRevisionHash: row.demands.includes('revisionHash'),
        takesComments: row.effects.includes('takesComments'),
      };
    });
}

function obstacle(row: Transition, report: ReportFacts, who: Principal): DisabledReason | null {
  const period = row.name === 'submit' ? periodObstacle(report) : null;
  if (period) return period;
  for (const demand of row.demands) {
    const reason = unmet(demand, report, who);
    if (reason) return reason;
  }
  return null;
}

function unmet(demand: Demand, report: ReportFacts, who: Principal): DisabledReason | null {
  switch (demand) {
    case 'notWriter':
      return report.submittedBy === who.personId || report.writers.includes(who.personId) ? 'four_eyes_writer' : null;
    case 'notEndorser':
      return report.endorsedBy === who.personId ? 'four_eyes_endorser' : null;
    case 'checks':
      if (report.openHardChecks > 0) return 'checks_open';
      return report.unexplainedSoftChecks > 0 ? 'soft_checks_unexplained' : null;
    case 'revisionHash':
    case 'reason':
    case 'correction':
    case 'publication':
      // Given with the request, or never available: nothing about the report stands in the way.
      return null;
  }
}

// A closed period takes no new reports, but what has once been submitted may be finished: returned or reopened
// reports must never be stuck.
function periodObstacle(report: ReportFacts): DisabledReason | null {
  if (report.periodState === 'upcoming') return 'period_not_open';
  return report.periodState === 'closed' && report.revision === 0 ? 'period_closed' : null;
}
