import { drawWorkflow } from './draw-workflow.js';
import { type LoanTerms, loanTransitions, loanWords, loanWorkflow } from '../testing/loan-workflow.js';
import type { TransitionInput } from './demand.js';
import { demandsMore, Workflow } from './workflow.js';

const READER = 'reader-1';
const LIBRARIAN = 'librarian-1';

const facts = (change: Partial<LoanTerms['facts']> = {}): LoanTerms['facts'] => ({
  state: 'asked',
  revisionHash: 'h1',
  readerId: READER,
  overdue: false,
  spoilt: false,
  ...change,
});
const relationsOf = (personId: string): LoanTerms['relation'][] => [personId === READER ? 'reader' : 'librarian'];
const meeting = (change: Partial<LoanTerms['facts']>, personId: string, relations = relationsOf(personId)) => ({
  facts: facts(change),
  relations,
  personId,
});

describe('the transitions that are offered', () => {
  const offered = (...asked: Parameters<typeof meeting>): string[] =>
    loanWorkflow.offered(meeting(...asked)).map(({ name, enabled, reason }) => (enabled ? name : `${name}: ${reason}`));

  it.each([
    ['asked', READER, []],
    ['asked', LIBRARIAN, ['lend', 'give-back']],
    ['lent', READER, ['give-back']],
    ['lent', LIBRARIAN, []],
    ['returned', READER, []],
  ] as const)('in %s to %s: %j', (state, who, names) => expect(offered({ state }, who)).toEqual(names));

  it('are disabled with the first reason why, not left out', () => {
    expect(offered({}, READER, ['reader', 'librarian'])).toEqual(['lend: own_book', 'give-back']);
    expect(offered({ state: 'lent', spoilt: true }, READER)).toEqual(['give-back: spoilt']);
  });

  it('leave out what a demand says is not there, and what is taken only within another act', () => {
    expect(offered({ state: 'returned', overdue: true }, READER)).toEqual(['ask-again']);
    expect(offered({ state: 'lent' }, LIBRARIAN)).toEqual([]);
  });

  it('say what the request is to carry', () => {
    const [lend, giveBack] = loanWorkflow.offered(meeting({}, LIBRARIAN));
    expect(lend).toMatchObject({ demandsReason: false, demandsRevisionHash: true, takesComments: true });
    expect(giveBack).toMatchObject({ demandsReason: true, demandsRevisionHash: false, takesComments: false });
  });
});

describe('a transition that is asked for', () => {
  const decided = (
    met: ReturnType<typeof meeting>,
    name: LoanTerms['transition'],
    request: TransitionInput = {},
    within: string | null = null,
  ) => {
    const decision = loanWorkflow.decide(met, { name, request, within });
    return decision.refusal ?? decision.transition.to;
  };

  it('is decided in this order: whose it is, whether it can be, whether the request is whole', () => {
    const both = meeting({}, READER, ['reader', 'librarian']);
    expect(decided(meeting({}, READER), 'lend')).toEqual({ is: 'never-theirs' });
    expect(decided(meeting({ state: 'lent' }, LIBRARIAN), 'lend')).toEqual({ is: 'not-from', state: 'lent' });
    expect(decided(meeting({}, READER), 'give-back')).toEqual({ is: 'not-theirs' });
    expect(decided(both, 'lend')).toEqual({ is: 'not-met', whyNot: 'own_book' });
    expect(decided(meeting({}, LIBRARIAN), 'lend')).toEqual({
      is: 'unfit',
      errors: [{ pointer: '/revisionHash', code: 'required' }],
    });
    expect(decided(meeting({}, LIBRARIAN), 'lend', { revisionHash: 'h0' })).toEqual({ is: 'stale' });
    expect(decided(meeting({}, LIBRARIAN), 'lend', { revisionHash: 'h1', comments: ['!'] })).toBe('lent');
  });

  it('tells everything that the request lacks or has too much of', () => {
    expect(decided(meeting({}, LIBRARIAN), 'give-back', { comments: ['?'] })).toEqual({
      is: 'unfit',
      errors: [
        { pointer: '/reason', code: 'required' },
        { pointer: '/comments', code: 'not-expected' },
      ],
    });
    expect(decided(meeting({}, LIBRARIAN), 'give-back', { reason: 'Sen.', comments: [] })).toBe('returned');
  });

  it('refuses another revision than the one that was read, whether or not one had to be named', () => {
    const late = { reason: 'Sen.', revisionHash: 'h0' };
    expect(decided(meeting({}, LIBRARIAN), 'give-back', late)).toEqual({ is: 'stale' });
  });

  it('is not there where a demand says so', () => {
    const request = { reason: 'Borta.' };
    const returned = meeting({ state: 'returned' }, READER);
    expect(decided(returned, 'ask-again', request)).toEqual({ is: 'not-met', whyNot: 'not_overdue' });
    const lent = meeting({ state: 'lent' }, LIBRARIAN);
    expect(decided(lent, 'write-off', request)).toEqual({ is: 'not-from', state: 'lent' });
    expect(decided(lent, 'write-off', request, 'sale')).toEqual({ is: 'not-from', state: 'lent' });
    expect(decided(lent, 'write-off', request, 'stocktaking')).toBe('returned');
  });

  it('leaves demands that read more until more is read', () => {
    const spoilt = meeting({ state: 'lent', spoilt: true }, READER);
    expect(decided(spoilt, 'give-back')).toBe('returned');
    const row = loanWorkflow.from('lent', 'give-back')!;
    expect([demandsMore(row), demandsMore(loanWorkflow.from('asked', 'lend')!)]).toEqual([true, false]);
    const ask = (change: object) =>
      loanWorkflow.decideWithMore(row, { facts: facts(change), personId: READER, within: null, request: {} });
    expect(ask({ spoilt: true })).toEqual({ is: 'not-met', whyNot: 'spoilt' });
    expect(ask({})).toBeNull();
  });
});

describe('a workflow', () => {
  it('knows its rows by state and name, and names by effect', () => {
    expect(loanWorkflow.from('lent', 'give-back')?.who).toEqual(['reader']);
    expect(loanWorkflow.from('returned', 'give-back')).toBeUndefined();
    expect(loanWorkflow.namesWith('freezes')).toEqual(['give-back', 'write-off']);
  });

  it('finds its own faults', () => {
    expect(loanWorkflow.faults()).toEqual([]);
    const cut = new Workflow<LoanTerms>({ ...loanWorkflow, transitions: loanTransitions.slice(0, 1) });
    expect(cut.faults().map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'unreachable returned',
      'dead_end lent',
      'dead_end returned',
    ]);
  });

  it('is drawn with every transition from every state', () => {
    const drawing = drawWorkflow(loanWorkflow, loanWords);
    expect(drawing).toContain('    [*] --> asked');
    for (const { name, from, to } of loanTransitions) {
      for (const state of from)
        expect(drawing).toContain(`    ${state} --> ${to}: ${loanWords.transitions[name]} (${name})`);
    }
    expect(drawing).toContain(
      '| Låna ut `lend` | Önskad | Utlånad | bibliotekarie | inte läsaren; kontrollsumma | räknas; kommentarer |',
    );
    expect(drawing).not.toContain('undefined');
  });
});
