import { emptyDraft, faultText, readDraft } from './assignment-draft';

const ID = '0a8b0b60-6f0c-4c0f-9d2c-5f0d8a3e7a11';
const draft = { ...emptyDraft('owner', ID, '2026-01-01'), personId: ID };

describe('an assignment in the form', () => {
  it('is until further notice when no last day is given', () => {
    expect(readDraft(draft)).toMatchObject({ input: { personId: ID, from: '2026-01-01', to: null } });
  });

  it.each([
    [{ personId: '' }, [{ pointer: '/personId', code: 'required' }]],
    [{ from: '', personId: '' }, ['/personId', '/from'].map((pointer) => ({ pointer, code: 'required' }))],
    [{ to: '2025-12-31' }, [{ pointer: '/to', code: 'ends-before-start' }]],
    [{ to: '2025-02-31' }, ['not-a-date', 'ends-before-start'].map((code) => ({ pointer: '/to', code }))],
    [{ from: '1 januari' }, [{ pointer: '/from', code: 'not-a-date' }]],
  ])('with %j says what is wrong', (change, faults) => {
    expect(readDraft({ ...draft, ...change })).toEqual({ faults });
  });

  it('has words for the faults of the server, also for those it does not know', () => {
    const faults = [
      { pointer: '/from', code: 'overlaps' },
      { pointer: '/personId', code: 'unknown-reference' },
      { pointer: '/colour', code: 'odd' },
    ];
    expect(faults.map(faultText)).toEqual([
      'identity.assignments.fault.from.overlaps',
      'identity.assignments.fault.personId.unknown-reference',
      'identity.assignments.fault.other',
    ]);
  });
});
