import { choiceOf as choiceAmong, type AuditAddress, isNarrowed } from './audit-filter';

const id = '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60';

const choiceOf = (address: AuditAddress) => choiceAmong({ has: (kind) => kind === 'report.submit' }, address);

describe('the filter of the log', () => {
  it('leaves out sign-ins at first, and nothing else', () => {
    expect(choiceOf({})).toEqual({ signIns: 'false' });
    expect(choiceOf({ inloggningar: 'visa' })).toEqual({ signIns: 'true' });
    expect(isNarrowed(choiceOf({}))).toBe(false);
  });

  it('is what the address says', () => {
    const address = { omrade: id, person: 'system', handelse: 'report.submit', fran: '2025-10-01', till: '2025-12-31' };
    const choice = choiceOf(address);
    expect(choice).toEqual({
      focusArea: id,
      person: 'system',
      kind: 'report.submit',
      from: '2025-10-01',
      to: '2025-12-31',
      signIns: 'false',
    });
    expect(isNarrowed(choice)).toBe(true);
  });

  it('passes over what no filter can be', () =>
    expect(
      choiceOf({ omrade: 'resor', person: "'", handelse: 'report.burn', fran: '2025-02-30', till: 'i går' }),
    ).toEqual({ signIns: 'false' }));
});
