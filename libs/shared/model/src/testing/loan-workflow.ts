import { type Demand, demands, givesReason, MET, namesRevision, onlyWithin } from '../workflow/demand.js';
import type { WorkflowWords } from '../workflow/draw-workflow.js';
import { type Transition, Workflow } from '../workflow/workflow.js';

/** A made-up workflow of three states: a book that is asked for, lent and given back. */
export interface LoanTerms {
  readonly state: 'asked' | 'lent' | 'returned';
  readonly transition: 'lend' | 'give-back' | 'ask-again' | 'write-off';
  readonly relation: 'reader' | 'librarian';
  readonly demand: 'notReader' | 'unspoilt' | 'overdue' | 'reason' | 'revisionHash' | 'stocktaking';
  readonly effect: 'freezes' | 'counts';
  readonly place: 'desk';
  readonly why: 'own_book' | 'spoilt' | 'not_overdue';
  readonly facts: {
    readonly state: 'asked' | 'lent' | 'returned';
    readonly revisionHash: string | null;
    readonly readerId: string;
    readonly overdue: boolean;
    readonly spoilt: boolean;
  };
}

type Facts = LoanTerms['facts'];

const notReader = demands('notReader', ({ readerId }: Facts, personId) => (readerId === personId ? 'own_book' : null));

const unspoilt: Demand<Facts, 'spoilt', 'unspoilt'> = {
  ...demands('unspoilt', ({ spoilt }: Facts) => (spoilt ? 'spoilt' : null)),
  readsMore: true,
};

const overdue: Demand<Facts, 'not_overdue', 'overdue'> = {
  name: 'overdue',
  outcome: ({ facts }) => (facts.overdue ? MET : { is: 'absent', whyNot: 'not_overdue' }),
};

export const loanTransitions: readonly Transition<LoanTerms>[] = [
  {
    name: 'lend',
    from: ['asked'],
    to: 'lent',
    who: ['librarian'],
    place: 'desk',
    demands: [notReader, namesRevision],
    effects: ['counts', 'takesComments'],
  },
  {
    name: 'give-back',
    from: ['lent'],
    to: 'returned',
    who: ['reader'],
    place: 'desk',
    demands: [unspoilt],
    effects: ['freezes'],
  },
  {
    name: 'give-back',
    from: ['asked'],
    to: 'returned',
    who: ['librarian'],
    place: 'desk',
    demands: [givesReason],
    effects: [],
  },
  {
    name: 'ask-again',
    from: ['returned'],
    to: 'asked',
    who: ['reader', 'librarian'],
    place: 'desk',
    demands: [overdue, givesReason],
    effects: [],
  },
  {
    name: 'write-off',
    from: ['lent'],
    to: 'returned',
    who: ['librarian'],
    place: 'desk',
    demands: [onlyWithin('stocktaking'), givesReason],
    effects: ['freezes', 'counts'],
  },
];

export const loanWorkflow = new Workflow<LoanTerms>({
  states: ['asked', 'lent', 'returned'],
  initial: 'asked',
  transitions: loanTransitions,
});

export const loanWords: WorkflowWords<LoanTerms> = {
  title: 'Lån',
  source: 'Påhittat.',
  headings: ['Steg', 'Från', 'Till', 'Vem', 'Kräver', 'Gör'],
  states: { asked: 'Önskad', lent: 'Utlånad', returned: 'Återlämnad' },
  transitions: { lend: 'Låna ut', 'give-back': 'Lämna', 'ask-again': 'Önska', 'write-off': 'Avskriv' },
  relations: { reader: 'läsare', librarian: 'bibliotekarie' },
  demands: {
    notReader: 'inte läsaren',
    unspoilt: 'hel',
    overdue: 'försenad',
    reason: 'skäl',
    revisionHash: 'kontrollsumma',
    stocktaking: 'vid inventering',
  },
  effects: { freezes: 'fryser', counts: 'räknas', takesComments: 'kommentarer' },
};
