import {
  type AvailableTransition,
  awaitsDecision,
  isSettled,
  isSignOff,
  type ReportState,
  type ReportSummary,
} from '@malspar/reporting-model';

/** The stages a report passes, in order; a returned report stands where it is written again. */
export const STAGES = ['draft', 'submitted', 'endorsed', 'approved'] as const;
export type Stage = (typeof STAGES)[number];

/** How a report stands to one stage. */
type StagePlace = 'passed' | 'here' | 'ahead';

export interface BoardRow {
  readonly report: ReportSummary;
  readonly stages: readonly { readonly stage: Stage; readonly place: StagePlace }[];
  /** Late and still under way. */
  readonly late: boolean;
  readonly action: RowAction;
}

/** What can be done from a row: where the link leads, in which words, and why a transition is closed. */
export interface RowAction {
  readonly kind: 'approve' | 'endorse' | 'review' | 'reopen' | 'read';
  /** Why the transition that would be next is not this person's to take; null when nothing is closed. */
  readonly whyNot: string | null;
}

const STAGE_OF: Record<ReportState, Stage> = {
  draft: 'draft',
  returned: 'draft',
  submitted: 'submitted',
  endorsed: 'endorsed',
  approved: 'approved',
  published: 'approved',
};

/** In which words a row leads to a transition. */
const ACTIONS: Partial<Record<AvailableTransition['name'], RowAction['kind']>> = {
  approve: 'approve',
  endorse: 'endorse',
  return: 'review',
  reopen: 'reopen',
};

/** The reports of one period as a board, in the plan's order. */
export function boardRows(reports: readonly ReportSummary[]): BoardRow[] {
  return [...reports]
    .sort((a, b) => a.focusArea.number - b.focusArea.number)
    .map((report) => ({
      report,
      stages: STAGES.map((stage, index) => ({ stage, place: placeOf(index, STAGES.indexOf(STAGE_OF[report.state])) })),
      late: report.overdue,
      action: actionOf(report.available),
    }));
}

const placeOf = (index: number, here: number): StagePlace =>
  index < here ? 'passed' : index === here ? 'here' : 'ahead';

/** The foremost thing the server lets this person do; a closed transition gives its reason. */
export function actionOf(available: readonly AvailableTransition[]): RowAction {
  const open = available.filter(({ enabled }) => enabled);
  const foremost = [...open.filter(isSignOff), ...open].find(({ name }) => ACTIONS[name]);
  const kind = (foremost && ACTIONS[foremost.name]) ?? 'read';
  const closed = available.find((each) => !each.enabled && isSignOff(each));
  return { kind, whyNot: closed?.reason ?? null };
}

export interface BoardCount {
  readonly total: number;
  readonly approved: number;
  readonly waitsForMe: number;
  readonly late: number;
}

export const countOf = (rows: readonly BoardRow[]): BoardCount => ({
  total: rows.length,
  approved: rows.filter(({ report }) => isSettled(report.state)).length,
  waitsForMe: rows.filter(({ report }) => awaitsDecision(report)).length,
  late: rows.filter(({ late }) => late).length,
});
