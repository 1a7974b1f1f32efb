import { defaultStatement, type SavedStatement } from '@malspar/site-model';
import { EMPTY_FAILURE, fieldId, readStatement, statementFaults, writtenOf } from './statement-draft';

const saved: SavedStatement = { version: 0, statement: defaultStatement, savedAt: null, savedBy: null };
const written = writtenOf(saved);

describe('the accessibility statement as it stands in the fields', () => {
  it('is what it was when nothing has been written', () => {
    expect(readStatement(written)).toEqual({ statement: defaultStatement });
  });

  it('takes criteria however they are set apart, and drops what does not belong to the choice', () => {
    const [first] = written.failures;
    const failure = { ...first!, criteria: '1.3.1; 2.4.4  1.1.1', reason: 'exempt' as const, plannedFor: '2027-01-01' };
    const read = readStatement({ ...written, failures: [failure], assessor: 'Någon', method: 'self' });
    expect(read).toMatchObject({
      statement: { assessor: '', failures: [{ criteria: ['1.3.1', '2.4.4', '1.1.1'], plannedFor: null }] },
    });
  });

  it('tells each field at fault once, in words that the page has', () => {
    const [first] = written.failures;
    const failures = [{ ...first!, criteria: '1.3.1, a, b' }, EMPTY_FAILURE];
    const read = readStatement({ ...written, failures, responseDays: 'fem', contact: 'nej', assessedOn: '' });
    expect('faults' in read && [...read.faults].sort((a, b) => a.pointer.localeCompare(b.pointer))).toEqual([
      { pointer: '/assessedOn', code: 'not-a-date' },
      { pointer: '/contact', code: 'not-an-address' },
      { pointer: '/failures/0/criteria', code: 'not-a-criterion' },
      { pointer: '/failures/1/what/sv', code: 'required' },
      { pointer: '/failures/1/where/sv', code: 'required' },
      { pointer: '/responseDays', code: 'days' },
    ]);
  });

  it('says what the server found as the page would', () => {
    expect(
      statementFaults([
        { pointer: '/conformance', code: 'not-fully' },
        { pointer: '/x', code: 'odd' },
      ]),
    ).toEqual([
      { pointer: '/conformance', code: 'not-fully' },
      { pointer: '/x', code: 'other' },
    ]);
    expect(fieldId('/failures/0/what/sv')).toBe('statement-failures-0-what-sv');
  });
});
