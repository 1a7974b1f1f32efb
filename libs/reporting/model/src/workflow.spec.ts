import { ReportState, TransitionName } from './states.js';
import { faultsOf, transitionFrom, type Transition, turnOf, workflow } from './workflow.js';
import { drawWorkflow } from './workflow-drawing.js';

const row = (change: Partial<Transition>): Transition => ({
  name: 'submit',
  from: ['draft'],
  to: 'submitted',
  who: ['owner'],
  demands: [],
  effects: [],
  ...change,
});

describe('the report workflow', () => {
  it('has no unreachable state, no dead end and no step given twice', () => {
    expect(faultsOf(workflow)).toEqual([]);
  });

  it('uses every named transition', () => {
    expect(new Set(workflow.map((each) => each.name))).toEqual(new Set(TransitionName.options));
  });

  it('lets the coordinator, but not the manager, return what has been endorsed', () => {
    expect(transitionFrom('submitted', 'return')?.who).toEqual(['manager', 'coordinator']);
    expect(transitionFrom('endorsed', 'return')?.who).toEqual(['coordinator']);
    expect(transitionFrom('approved', 'return')).toBeUndefined();
  });

  it('waits for somebody who has a step to take', () => {
    for (const state of ['draft', 'returned', 'submitted', 'endorsed'] satisfies ReportState[]) {
      const relation = turnOf(state)!;
      expect(workflow.some((each) => each.from.includes(state) && each.who.includes(relation))).toBe(true);
    }
  });
});

describe('the table', () => {
  const line = ({ from, name, to, who, demands, effects }: Transition) =>
    [`${from.join('|')} ${name} ${to}`, who.join('|'), demands.join('+'), effects.join('+')].join('; ');

  it('says what was agreed: from, step, to; who; what it demands; what it does', () => {
    expect(workflow.map(line)).toEqual([
      'draft|returned submit submitted; owner; checks; freezes',
      'submitted withdraw draft; owner; ; ',
      'submitted endorse endorsed; manager; notWriter+revisionHash; endorses+takesComments',
      'submitted return returned; manager|coordinator; reason; takesComments',
      'endorsed return returned; coordinator; reason; takesComments',
      'endorsed approve approved; coordinator; notWriter+notEndorser+revisionHash; endsRound+takesComments',
      'approved reopen returned; coordinator; reason; ',
      'approved publish published; coordinator; publication; ',
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

  it('has a row for a step only from its own states', () => {
    expect(transitionFrom('draft', 'endorse')).toBeUndefined();
    expect(transitionFrom('returned', 'submit')?.to).toBe('submitted');
    const table = [row({ to: 'approved' })];
    expect(transitionFrom('draft', 'submit', table)?.to).toBe('approved');
    expect(transitionFrom('submitted', 'withdraw', table)).toBeUndefined();
  });
});

describe('faultsOf', () => {
  const states: ReportState[] = ['draft', 'submitted', 'approved'];

  it('finds states that cannot be reached or left', () => {
    expect(faultsOf([row({})], states)).toEqual([
      { kind: 'unreachable', subject: 'approved' },
      { kind: 'dead_end', subject: 'submitted' },
      { kind: 'dead_end', subject: 'approved' },
    ]);
  });

  it('finds nothing where each state can be reached, however many steps away, and left', () => {
    const table = [
      row({ name: 'correct', from: ['approved'], to: 'draft' }),
      row({ name: 'approve', from: ['submitted'], to: 'approved' }),
      row({}),
    ];
    expect(faultsOf(table, states)).toEqual([]);
    expect(faultsOf(table, states, 'returned').map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'unreachable draft',
      'unreachable submitted',
      'unreachable approved',
    ]);
  });

  it('does not take a step to where it began for a way out', () => {
    const table = [row({}), row({ name: 'correct', from: ['submitted'], to: 'submitted' })];
    expect(faultsOf(table, ['draft', 'submitted'])).toEqual([
      { kind: 'dead_end', subject: 'submitted' },
      { kind: 'does_nothing', subject: 'correct from submitted' },
    ]);
  });

  it('finds duplicates, steps for nobody and steps to nowhere', () => {
    const table = [
      row({}),
      row({ to: 'approved' }),
      row({ name: 'withdraw', from: ['submitted', 'approved'], to: 'draft', who: [] }),
      row({ name: 'correct', from: ['approved'], to: 'approved' }),
    ];
    expect(faultsOf(table, states)).toEqual([
      { kind: 'duplicate', subject: 'submit from draft' },
      { kind: 'no_one', subject: 'withdraw' },
      { kind: 'does_nothing', subject: 'correct from approved' },
    ]);
  });
});

describe('drawWorkflow', () => {
  it('draws every step of the table, in Swedish, with its code', () => {
    const drawing = drawWorkflow();
    for (const each of workflow) {
      for (const from of each.from) {
        expect(drawing).toMatch(new RegExp(`^ {4}${from} --> ${each.to}: .+ \\(${each.name}\\)$`, 'm'));
      }
    }
    expect(drawing).toContain('| Tillstyrk `endorse` |');
    expect(drawing).not.toContain('undefined');
  });
});
