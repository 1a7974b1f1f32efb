import {
  awaitsPublication,
  isPublished,
  isSentBack,
  isSettled,
  isWritten,
  ReportState,
  statesThat,
  TransitionName,
  turnOf,
} from './states.js';
import { IMPORTED_STATE, PUBLISHED_STATE, publishingTransitions, type Transition, workflow } from './workflow.js';
import { workflowWords } from './workflow-words.js';

describe('the report workflow', () => {
  it('has no unreachable state, no dead end and no transition given twice', () => {
    expect(workflow.faults()).toEqual([]);
  });

  it('uses every named transition, and has words for it', () => {
    expect(new Set(workflow.transitions.map((each) => each.name))).toEqual(new Set(TransitionName.options));
    expect(Object.keys(workflowWords.transitions)).toEqual(TransitionName.options);
  });

  it('lets the coordinator, but not the manager, return what has been endorsed', () => {
    expect(workflow.from('submitted', 'return')?.who).toEqual(['manager', 'coordinator']);
    expect(workflow.from('endorsed', 'return')?.who).toEqual(['coordinator']);
    expect(workflow.from('approved', 'return')).toBeUndefined();
  });

  it('waits for somebody who has a transition to take', () => {
    for (const state of ReportState.options) {
      const relation = turnOf(state);
      if (relation === null) continue;
      expect(workflow.transitions.some((each) => each.from.includes(state) && each.who.includes(relation))).toBe(true);
    }
  });
});

describe('the table', () => {
  const line = ({ from, name, to, who, demands, effects }: Transition) =>
    [
      `${from.join('|')} ${name} ${to}`,
      who.join('|'),
      demands.map((demand) => demand.name).join('+'),
      effects.join('+'),
    ].join('; ');

  it('says what was agreed: from, transition, to; who; what it demands; what it does', () => {
    expect(workflow.transitions.map(line)).toEqual([
      'draft|returned submit submitted; owner; period+checks+change; freezes',
      'submitted withdraw draft; owner; ; ',
      'submitted endorse endorsed; manager; notWriter+revisionHash; endorses+takesComments',
      'submitted return returned; manager|coordinator; reason; takesComments+asksForReply',
      'endorsed return returned; coordinator; reason; takesComments+asksForReply',
      'endorsed approve approved; coordinator; notWriter+notEndorser+revisionHash; keepsEndorser+endsRound+takesComments',
      'approved reopen returned; coordinator; reason; ',
      'approved publish published; coordinator; publication+revisionHash; keepsEndorser+publishes',
      'published correct draft; coordinator; publication+reason; ',
      'draft|submitted|returned|endorsed cancel-correction published; coordinator; correction+reason; restores+endsRound',
    ]);
  });

  it('waits for nobody once a report is approved', () => {
    expect(ReportState.options.map((state) => `${state} ${turnOf(state)}`)).toEqual([
      'draft owner',
      'submitted manager',
      'returned owner',
      'endorsed coordinator',
      'approved null',
      'published null',
    ]);
  });
});

describe('a state', () => {
  it('is written, came back, is settled or published', () => {
    expect(statesThat(isWritten)).toEqual(['draft', 'returned']);
    expect(statesThat(isSentBack)).toEqual(['returned']);
    expect(statesThat(isSettled)).toEqual(['approved', 'published']);
    expect(statesThat(isPublished)).toEqual([PUBLISHED_STATE]);
    expect(statesThat(awaitsPublication)).toEqual([IMPORTED_STATE]);
    expect(isSettled(undefined)).toBe(false);
  });

  it('is published by the transition that says so, from where reports wait for it', () => {
    expect(publishingTransitions).toEqual(['publish']);
    for (const row of workflow.transitions) {
      if (publishingTransitions.includes(row.name)) expect(row.from).toEqual(statesThat(awaitsPublication));
    }
  });
});
