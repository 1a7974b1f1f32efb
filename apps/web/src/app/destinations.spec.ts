import type { Me } from '@malspar/shared-model';
import { destinationsOf } from './destinations';

const person = (roles: Me['roles'], permissions: string[]): Me => ({
  name: 'Anna',
  email: 'anna@example.org',
  roles,
  assignments: [],
  permissions,
  planLanguage: 'sv',
});
const texts = (who: Me | null) => destinationsOf(who).map(({ text }) => text.replace('shared.nav.', ''));

describe('the main menu', () => {
  it('has what the person has use of', () => {
    expect(texts(person(['owner'], ['plan.read']))).toEqual(['mine', 'plan']);
    expect(texts(person(['manager'], ['plan.read']))).toEqual(['start', 'review', 'plan']);
    const admins = ['plan.read', 'site.read', 'assignments.edit', 'people.edit', 'audit.read'];
    expect(texts(person(['admin'], admins))).toEqual([
      'start',
      'board',
      'site',
      'plan',
      'assignments',
      'people',
      'audit',
    ]);
  });

  it('leads those who may not publish to what is published, and those who may to the work', () => {
    expect(texts(person(['viewer'], ['plan.read', 'publication.read']))).toEqual(['start', 'published', 'plan']);
    expect(texts(person(['coordinator'], ['publication.read', 'publication.publish']))).toEqual([
      'start',
      'board',
      'publishing',
    ]);
  });

  it('has one first page for somebody with several roles', () => {
    expect(texts(person(['owner', 'coordinator'], ['plan.read', 'period.close']))).toEqual(['mine', 'board', 'plan']);
  });

  it('is empty while nobody is signed in', () => {
    expect(texts(null)).toEqual([]);
  });
});
