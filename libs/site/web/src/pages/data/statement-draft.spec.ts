import { defaultStatement, type SavedStatement } from '@malspar/site-model';
import { EMPTY_FAILURE, faultText, readStatement, writtenOf } from './statement-draft';

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

  it('tells what is at fault, in words that the page has', () => {
    const [first] = written.failures;
    const failures = [{ ...first!, criteria: '1.3.1, a, b' }, EMPTY_FAILURE];
    const read = readStatement({ ...written, failures, responseDays: 'fem', contact: 'nej', assessedOn: '' });
    const faults = 'faults' in read ? read.faults : [];
    expect(faults.map((fault) => [fault.pointer, faultText(fault).split('.').at(-1)]).sort()).toEqual([
      ['/assessedOn', 'not-a-date'],
      ['/contact', 'not-an-address'],
      ['/failures/0/criteria/1', 'not-a-criterion'],
      ['/failures/0/criteria/2', 'not-a-criterion'],
      ['/failures/1/what/sv', 'required'],
      ['/failures/1/where/sv', 'required'],
      ['/responseDays', 'days'],
    ]);
    expect(faultText({ pointer: '/x', code: 'odd' })).toBe('site.statement.fault.other');
  });
});
