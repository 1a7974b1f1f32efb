import { draftFaults, emptyDraft, faultText, readDraft } from './assignment-draft';

const ID = '0a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a11';
const draft = { ...emptyDraft('owner', ID, '2026-01-01'), personId: ID };

describe('an assignment in the form', () => {
  it('is until further notice when no last day is given', () => {
    expect(readDraft(draft)).toMatchObject({ input: { personId: ID, from: '2026-01-01', to: null } });
  });

  it.each([
    [{ personId: '' }, [{ field: 'personId', code: 'required' }]],
    [{ from: '', personId: '' }, ['personId', 'from'].map((field) => ({ field, code: 'required' }))],
    [{ to: '2025-12-31' }, [{ field: 'to', code: 'ends-before-start' }]],
    [{ to: '2025-02-31' }, [{ field: 'to', code: 'not-a-date' }]],
    [{ from: '1 januari' }, [{ field: 'from', code: 'not-a-date' }]],
  ])('with %j says what is wrong, once for each field', (change, faults) => {
    expect(readDraft({ ...draft, ...change })).toEqual({ faults });
  });

  it('reads the faults of the server, and has words for those it does not know', () => {
    const faults = draftFaults([
      { pointer: '/from', code: 'overlaps' },
      { pointer: '/personId', code: 'unknown-reference' },
      { pointer: '/colour', code: 'odd' },
    ]);
    expect(faults.map(faultText)).toEqual([
      'identity.assignments.fault.from.overlaps',
      'identity.assignments.fault.personId.unknown-reference',
      'identity.assignments.fault.other',
    ]);
  });
});
