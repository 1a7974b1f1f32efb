import type { ActiveAssignment, Principal, Role } from '@malspar/shared-model';
import { availableTransitions, mayRead, maySeeVerdict, maySeeVerdictInList, mayWrite } from './policy.js';
import type { ReportFacts } from './report-facts.js';
import { ReportState } from './states.js';

const AREA = '00000000-0000-4000-8000-00000000000a';
const OTHER_AREA = '00000000-0000-4000-8000-00000000000b';
const DEPARTMENT = '00000000-0000-4000-8000-00000000000d';

const report = (change: Partial<ReportFacts> = {}): ReportFacts => ({
  state: 'submitted',
  focusAreaId: AREA,
  departmentId: DEPARTMENT,
  periodState: 'open',
  revision: 1,
  revisionHash: 'a'.repeat(64),
  publishedRevision: null,
  submittedBy: 'anna',
  writers: [],
  endorsedBy: null,
  openHardChecks: 0,
  unexplainedSoftChecks: 0,
  correctsNothing: false,
  ...change,
});

const person = (personId: string, roles: Role[], assignments: ActiveAssignment[] = []): Principal => ({
  personId,
  name: personId,
  roles,
  assignments,
});
const owns = { kind: 'owner', scopeId: AREA, deputy: false } as const;
const manages = { kind: 'manager', scopeId: DEPARTMENT, deputy: false } as const;

const anna = person('anna', ['owner'], [owns]);
const maria = person('maria', ['manager'], [manages]);
const carin = person('carin', ['coordinator']);
const admin = person('adam', ['admin']);
const viewer = person('vera', ['viewer']);
const otherOwner = person('otto', ['owner'], [{ ...owns, scopeId: OTHER_AREA }]);

const offered = (facts: ReportFacts, who: Principal) =>
  availableTransitions(facts, who).map((each) => (each.enabled ? each.name : `${each.name}: ${each.reason}`));

describe('availableTransitions', () => {
  it.each([
    ['draft', anna, ['submit']],
    ['returned', anna, ['submit']],
    ['submitted', anna, ['withdraw']],
    ['endorsed', anna, []],
    ['approved', anna, []],
    ['draft', maria, []],
    ['submitted', maria, ['endorse', 'return']],
    ['endorsed', maria, []],
    ['submitted', carin, ['return']],
    ['endorsed', carin, ['return', 'approve']],
    ['approved', carin, ['reopen']],
    ['published', carin, []],
  ] as [ReportState, Principal, string[]][])('in %s', (state, who, expected) => {
    expect(offered(report({ state }), who)).toEqual(expected);
  });

  it.each(ReportState.options)(
    'offers nothing in %s to those who are neither owner, manager nor coordinator',
    (state) => {
      for (const who of [admin, viewer, otherOwner]) expect(offered(report({ state }), who)).toEqual([]);
    },
  );

  it('needs both the role and the assignment', () => {
    expect(offered(report({ state: 'draft' }), person('anna', ['viewer'], [owns]))).toEqual([]);
    expect(offered(report({ state: 'draft' }), person('anna', ['owner'], []))).toEqual([]);
  });

  it('keeps four eyes across roles held by one person and across deputies', () => {
    const everything = (id: string) =>
      person(id, ['owner', 'manager', 'coordinator'], [owns, { ...manages, deputy: true }]);
    expect(offered(report(), everything('anna'))).toEqual(['withdraw', 'endorse: four_eyes_writer', 'return']);
    expect(offered(report({ state: 'endorsed', endorsedBy: 'maria' }), everything('anna'))).toEqual([
      'return',
      'approve: four_eyes_writer',
    ]);
    expect(offered(report({ state: 'endorsed', endorsedBy: 'maria' }), everything('maria'))).toEqual([
      'return',
      'approve: four_eyes_endorser',
    ]);
    expect(offered(report({ state: 'endorsed', endorsedBy: 'maria' }), everything('carin'))).toEqual([
      'return',
      'approve',
    ]);
  });

  it('keeps four eyes on everybody who wrote, whoever submitted', () => {
    const written = (state: ReportState) => report({ state, writers: ['maria', 'carin'], endorsedBy: 'mats' });
    expect(offered(written('submitted'), maria)).toEqual(['endorse: four_eyes_writer', 'return']);
    expect(offered(written('endorsed'), carin)).toEqual(['return', 'approve: four_eyes_writer']);
    expect(offered(written('endorsed'), person('clara', ['coordinator']))).toEqual(['return', 'approve']);
  });

  it('says why a draft cannot be submitted', () => {
    const draft = (change: Partial<ReportFacts>) => offered(report({ state: 'draft', revision: 0, ...change }), anna);
    expect(draft({ openHardChecks: 2, unexplainedSoftChecks: 1 })).toEqual(['submit: checks_open']);
    expect(draft({ unexplainedSoftChecks: 1 })).toEqual(['submit: soft_checks_unexplained']);
    expect(draft({ periodState: 'upcoming' })).toEqual(['submit: period_not_open']);
    expect(draft({ periodState: 'closed' })).toEqual(['submit: period_closed']);
  });

  it('lets a report that was once submitted be finished after its period has closed', () => {
    expect(offered(report({ state: 'returned', periodState: 'closed' }), anna)).toEqual(['submit']);
    expect(mayWrite(report({ state: 'returned', periodState: 'closed' }), anna)).toBe(true);
  });

  it('says what each transition demands', () => {
    const [back, approve] = availableTransitions(report({ state: 'endorsed' }), carin);
    expect(back).toMatchObject({
      name: 'return',
      demandsReason: true,
      demandsRevisionHash: false,
      takesComments: true,
    });
    expect(approve).toMatchObject({
      name: 'approve',
      demandsReason: false,
      demandsRevisionHash: true,
      takesComments: true,
    });
  });
});

describe('mayRead', () => {
  it('shows every state to those who take part and to admins', () => {
    for (const state of ReportState.options) {
      for (const who of [anna, maria, carin, admin]) expect(mayRead(report({ state }), who)).toBe(true);
    }
  });

  it('shows others only what is approved or published', () => {
    const seen = (who: Principal) => ReportState.options.filter((state) => mayRead(report({ state }), who));
    expect(seen(viewer)).toEqual(['approved', 'published']);
    expect(seen(otherOwner)).toEqual(['approved', 'published']);
  });

  it('shows others that a report stands published while it is being corrected', () => {
    for (const state of ReportState.options)
      expect(mayRead(report({ state, publishedRevision: 1 }), viewer)).toBe(true);
  });
});

describe('maySeeVerdict', () => {
  it('is for everybody once it is submitted, and before that for those who write it', () => {
    for (const who of [maria, carin, admin]) {
      expect(ReportState.options.filter((state) => !maySeeVerdict(report({ state }), who))).toEqual(['draft']);
      expect(ReportState.options.filter((state) => !maySeeVerdictInList(report({ state }), who))).toEqual([
        'draft',
        'returned',
      ]);
    }
    for (const state of ReportState.options) expect(maySeeVerdictInList(report({ state }), anna)).toBe(true);
  });
});

describe('mayWrite', () => {
  it('is for the owner, in a draft or a returned report', () => {
    expect(ReportState.options.filter((state) => mayWrite(report({ state }), anna))).toEqual(['draft', 'returned']);
    for (const who of [maria, carin, admin, viewer, otherOwner]) {
      expect(mayWrite(report({ state: 'draft' }), who)).toBe(false);
    }
  });

  it('waits for the period to open', () => {
    expect(mayWrite(report({ state: 'draft', revision: 0, periodState: 'upcoming' }), anna)).toBe(false);
    expect(mayWrite(report({ state: 'draft', revision: 0, periodState: 'closed' }), anna)).toBe(false);
  });
});
