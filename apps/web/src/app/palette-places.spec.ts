import type { Plan } from '@malspar/plan-model';
import { matching, places } from './palette-places';

const area = {
  slug: 'resor',
  title: 'Resor och transporter',
  targets: [{ code: 'R1', inForce: { title: 'Minskad klimatpåverkan' } }],
} as unknown as Plan['focusAreas'][number];
const report = (id: string, period: string, waitsForMe: string | null) => ({
  id,
  period,
  focusArea: { title: area.title },
  waitsForMe,
});
const all = places(
  [{ path: '/plan', text: 'nav.plan' }],
  [area],
  [report('old', '2025-Q3', null), report('new', '2025-Q4', 'write')],
  (key) => key,
);
const found = (query: string) => matching(all, query, 10).map(({ link }) => link);

describe('finding a place', () => {
  it('knows pages, areas, targets and reports, newest reports first', () => {
    expect(found('')).toEqual(['/plan', '/malomraden/resor', '/mal/R1', '/rapporter/new', '/rapporter/old/granska']);
  });

  it('finds by parts of words in any order, whatever the case', () => {
    expect(found('klimat R1')).toEqual(['/mal/R1']);
    expect(found('KVARTAL 4 resor')).toEqual(['/rapporter/new']);
    expect(found('xyz')).toEqual([]);
  });
});
