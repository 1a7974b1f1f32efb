import { tableFaults } from './table-faults.js';

const states = ['draft', 'submitted', 'approved'];
const row = (change: object) => ({ name: 'submit', from: ['draft'], to: 'submitted', who: ['owner'], ...change });

describe('the faults of a table', () => {
  it('are states that cannot be reached or left', () => {
    expect(tableFaults(states, 'draft', [row({})])).toEqual([
      { kind: 'unreachable', subject: 'approved' },
      { kind: 'dead_end', subject: 'submitted' },
      { kind: 'dead_end', subject: 'approved' },
    ]);
  });

  it('are none where each state can be reached, however many transitions away, and left', () => {
    const table = [
      row({ name: 'correct', from: ['approved'], to: 'draft' }),
      row({ name: 'approve', from: ['submitted'], to: 'approved' }),
      row({}),
    ];
    expect(tableFaults(states, 'draft', table)).toEqual([]);
    expect(tableFaults(states, 'returned', table).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'unreachable draft',
      'unreachable submitted',
      'unreachable approved',
    ]);
  });

  it('count no transition to where it began as a way out', () => {
    const table = [row({}), row({ name: 'correct', from: ['submitted'], to: 'submitted' })];
    expect(tableFaults(['draft', 'submitted'], 'draft', table)).toEqual([
      { kind: 'dead_end', subject: 'submitted' },
      { kind: 'does_nothing', subject: 'correct from submitted' },
    ]);
  });

  it('are duplicates, transitions for nobody and transitions to nowhere', () => {
    const table = [
      row({}),
      row({ to: 'approved' }),
      row({ name: 'withdraw', from: ['submitted', 'approved'], to: 'draft', who: [] }),
      row({ name: 'correct', from: ['approved'], to: 'approved' }),
    ];
    expect(tableFaults(states, 'draft', table)).toEqual([
      { kind: 'duplicate', subject: 'submit from draft' },
      { kind: 'no_one', subject: 'withdraw' },
      { kind: 'does_nothing', subject: 'correct from approved' },
    ]);
  });
});
