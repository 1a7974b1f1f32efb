import { hasRole, isAssigned, type Principal } from '@malspar/shared-model';
import type { AvailableTransition } from './report.js';
import { whyPeriodIsNotOpen } from './demands.js';
import type { ReportFacts } from './report-facts.js';
import { isSettled, isWritten, type Relation, verdictSeenIn } from './states.js';
import { workflow } from './workflow.js';

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

/** Whether the person may write in the report now. */
export const mayWrite = (report: ReportFacts, who: Principal): boolean =>
  isWritten(report.state) && relationsTo(report, who).includes('owner') && whyPeriodIsNotOpen(report) === null;

/**
 * Whether the person may see what a report says of its area as a whole. Until it is submitted that is the business of
 * those who write it: anybody else would take it for a fact.
 */
export const maySeeVerdict = (report: Scope & Pick<ReportFacts, 'state'>, who: Principal): boolean =>
  verdictSeenIn(report.state) !== 'writers' || relationsTo(report, who).includes('owner');

/** As `maySeeVerdict`, in a list: there nothing says that what was returned is being written anew. */
export const maySeeVerdictInList = (report: Scope & Pick<ReportFacts, 'state'>, who: Principal): boolean =>
  maySeeVerdict(report, who) && (verdictSeenIn(report.state) === 'lists' || relationsTo(report, who).includes('owner'));

/**
 * The transitions the person may take from the report's present state, each enabled or disabled with the first reason
 * why. Those that are none of their business, those taken only by a publication, and those of a correction where there
 * is none, are absent.
 */
export const availableTransitions = (report: ReportFacts, who: Principal): AvailableTransition[] =>
  workflow.offered({ facts: report, relations: relationsTo(report, who), personId: who.personId });
