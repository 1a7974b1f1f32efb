import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import type { Person } from './harness/person.js';
import { oneOfEach } from './harness/publishing.js';
import { SentStatements } from './harness/sent-statements.js';

/**
 * Statements that a request may send in all: who asks, and what the route needs beside what is in memory. What has to be
 * read into memory is read once for all, until the data has another version.
 */
const BUDGET = 3;
/** A whole period is gathered, as it would be published. */
const MORE = new Map([['publications/2025-Q1/preview', 10]]);

describe('a request', () => {
  let api: TestApi;
  let cast: Cast;
  let sent: SentStatements;
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    await oneOfEach(api.origin, '2025-Q1');
    sent = new SentStatements();
  });
  afterAll(async () => {
    sent.end();
    await api.stop();
  });

  const routes = [
    'me',
    'session',
    'plan',
    'focus-areas/:slug',
    'focus-areas/:slug/results',
    'targets/:code',
    'targets/:code/results',
    'results',
    'periods',
    'periods/next',
    'reports?limit=100',
    'reports?mine=true',
    'reports?period=:period',
    'reports/:id',
    'reports/:id/diff',
    'reports/:id/comments',
    'reports/:id/timeline',
    'reports/:id/earlier-wordings',
    'reports/:id/revisions/1',
    'people',
    'people?q=anna',
    'me/sessions',
    'assignments',
    'audit',
    'audit?signIns=false&from=2020-01-01',
    'audit/csv',
    'publications',
    'publications/2025-Q1/preview',
    'publications/2025-Q1/versions/1',
    'feedback/pages',
    'feedback/comments',
    'site/documents',
    'site/accessibility-statement',
  ];

  it('says how many there are in all on every page of every list, beyond the last one too', async () => {
    const report = await cast.report('returned');
    const counted = async (path: string, page: number): Promise<number | undefined> => {
      const query = `${path.includes('?') ? '&' : '?'}page=${page}`;
      const { status, body } = await cast.coordinator.api<{ total?: number }>('GET', path + query);
      return status === 200 && typeof body === 'object' ? body.total : undefined;
    };
    const wrong: string[] = [];
    const paged: string[] = [];
    for (const route of routes) {
      const path = route.replace(':id', report.id).replace(':period', report.period);
      const total = await counted(path, 1);
      if (total === undefined) continue;
      paged.push(route);
      const beyond = await counted(path, 5000);
      if (beyond !== total) wrong.push(`${route}: ${total} became ${beyond}`);
    }
    expect(paged).toEqual(expect.arrayContaining(['reports?mine=true', 'people', 'audit', 'feedback/pages']));
    expect(wrong).toEqual([]);
  });

  const budgets = routes.map((route): [number, string] => [MORE.get(route) ?? BUDGET, route]);

  it.each(budgets)('needs at most %i statements: GET %s', async (budget, route) => {
    const report = await cast.report('returned');
    const people: Person[] = [await cast.owner(report), await cast.manager(report), cast.coordinator];
    const path = route
      .replace(':id', report.id)
      .replace(':period', report.period)
      .replace(':slug', report.focusArea.slug)
      .replace(':code', cast.plan.focusAreas[0]!.targets[0]!.code);
    for (const person of people) {
      await person.api('GET', path);
      const { result, statements } = await sent.during(() => person.api('GET', path));
      expect([200, 403]).toContain(result.status);
      expect(statements.length).toBeGreaterThanOrEqual(1);
      const total = statements.length;
      expect({ total, statements }).toEqual({ total: Math.min(total, budget), statements });
    }
  });
});
