import { budgets } from './statement-budgets.js';
import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import type { Person } from './harness/person.js';
import { oneOfEach } from './harness/publishing.js';
import { SentStatements } from './harness/sent-statements.js';

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

  it('says how many there are in all on every page of every list, beyond the last one too', async () => {
    const report = await cast.report('returned');
    const counted = async (path: string, page: number): Promise<number | undefined> => {
      const query = `${path.includes('?') ? '&' : '?'}page=${page}`;
      const { status, body } = await cast.coordinator.api<{ total?: number }>('GET', path + query);
      return status === 200 && typeof body === 'object' ? body.total : undefined;
    };
    const wrong: string[] = [];
    const paged: string[] = [];
    for (const { route } of budgets) {
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

  it.each(budgets)('needs at most $statements statements: GET $route', async ({ statements: budget, route }) => {
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
