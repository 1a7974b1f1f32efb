import type { Assignment } from '@malspar/identity-model';
import { groupAssignments } from './assignment-groups';

const TODAY = '2026-01-15';
const assignment = (change: Partial<Assignment>): Assignment => ({
  id: 'a',
  personId: 'p',
  personName: 'Anna',
  kind: 'owner',
  scopeId: 'area',
  deputy: false,
  from: '2025-01-01',
  to: null,
  inForce: true,
  version: 1,
  ...change,
});
const regular = assignment({ id: 'regular' });
const deputy = assignment({ id: 'deputy', deputy: true });
const upcoming = assignment({ id: 'upcoming', from: '2026-02-01', inForce: false });
const ended = assignment({ id: 'ended', to: '2025-12-31', inForce: false });
const plan = { focusAreas: [{ id: 'area', title: 'Resor' }], departments: [{ id: 'department', title: 'Fastighet' }] };

const area = (...assignments: Assignment[]) => groupAssignments(assignments, plan, TODAY).areas[0];
const ids = (rows: readonly { assignment: Assignment }[] = []) => rows.map((row) => row.assignment.id);

describe('assignments by what they are for', () => {
  it('keeps what is over apart, and puts the one who answers before the deputy', () => {
    const group = area(ended, upcoming, deputy, regular);
    expect(ids(group?.current)).toEqual(['regular', 'deputy', 'upcoming']);
    expect(group?.current.map((row) => row.time)).toEqual(['inForce', 'inForce', 'upcoming']);
    expect(ids(group?.ended)).toEqual(['ended']);
  });

  it.each([
    ['nobody', [], 'nobody'],
    ['somebody later on', [upcoming, ended], 'nobody'],
    ['a deputy alone', [deputy, upcoming], 'onlyDeputy'],
    ['somebody', [deputy, regular], null],
  ] as const)('says who is missing today when there is %s', (_, assignments, gap) =>
    expect(area(...assignments)?.gap).toBe(gap),
  );

  it('counts somebody who has been shut out as missing', () => {
    const groups = groupAssignments([regular], plan, TODAY, new Set([regular.personId]));
    expect(groups.areas[0]).toMatchObject({ gap: 'nobody', current: [{ shutOut: true }] });
  });

  it('shows every focus area and department of the plan, and what the plan no longer has', () => {
    const manager = assignment({ id: 'manager', kind: 'manager', scopeId: 'department' });
    const stray = assignment({ id: 'stray', scopeId: 'gone' });
    const groups = groupAssignments([manager, stray], plan, TODAY);
    expect(groups.areas.map((group) => [group.scope.title, ...ids(group.current)])).toEqual([['Resor']]);
    expect(groups.departments.map((group) => [group.scope.title, ...ids(group.current)])).toEqual([
      ['Fastighet', 'manager'],
    ]);
    expect(groups.others.map((group) => ids(group.current))).toEqual([['stray']]);
  });
});
