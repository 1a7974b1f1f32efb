import type { Principal } from '@malspar/shared-model';
import type { ReportFacts } from './report-facts.js';
import { waitsForMe } from './summary.js';

const AREA = '00000000-0000-4000-8000-00000000000a';
const DEPARTMENT = '00000000-0000-4000-8000-00000000000d';
const everything: Principal = {
  personId: 'p',
  name: 'P',
  roles: ['owner', 'manager', 'coordinator'],
  assignments: [
    { kind: 'owner', scopeId: AREA, deputy: false },
    { kind: 'manager', scopeId: DEPARTMENT, deputy: false },
  ],
};
const facts = (change: Partial<ReportFacts>): ReportFacts => ({
  state: 'draft',
  focusAreaId: AREA,
  departmentId: DEPARTMENT,
  periodState: 'open',
  revision: 1,
  revisionHash: 'a'.repeat(64),
  publishedRevision: null,
  writers: [],
  submittedBy: 'anna',
  endorsedBy: 'maria',
  openHardChecks: 0,
  unexplainedSoftChecks: 0,
  correctsNothing: false,
  ...change,
});

describe('waitsForMe', () => {
  it.each([
    ['draft', 0, 'write'],
    ['returned', 2, 'reply'],
    ['returned', 0, 'write'],
    ['submitted', 0, 'endorse'],
    ['endorsed', 0, 'approve'],
    ['approved', 0, null],
  ] as const)('in %s with %d comments without a reply', (state, lackReply, expected) => {
    expect(waitsForMe(facts({ state }), lackReply, everything)).toBe(expected);
  });

  it('is not mine when four eyes forbid it', () => {
    expect(waitsForMe(facts({ state: 'submitted', submittedBy: 'p' }), 0, everything)).toBeNull();
    expect(waitsForMe(facts({ state: 'endorsed', endorsedBy: 'p' }), 0, everything)).toBeNull();
  });
});
