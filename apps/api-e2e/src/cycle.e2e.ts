import type { Me } from '@malspar/identity-model';
import type { Report, ReportSummary, TransitionReceipt } from '@malspar/reporting-model';
import { startApi, type TestApi } from './harness/api.js';
import type { Person } from './harness/person.js';

interface Page<T> {
  readonly items: T[];
  readonly total: number;
}

describe('the reporting cycle', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.stop());

  it('knows each demo account by its roles', async () => {
    const owner = await api.person('owner-1');
    expect(await owner.read<Me>('me')).toMatchObject({ name: 'Anna Lindqvist', roles: ['owner'] });
    expect((await api.anybody().api('GET', 'me')).status).toBe(401);
  });

  it('gives every role something to do at first sight', async () => {
    for (const key of ['owner-1', 'owner-4', 'manager-1', 'coordinator']) {
      const person = await api.person(key);
      const { items } = await person.read<Page<ReportSummary>>('reports?mine=true&limit=100');
      expect([key, items.filter((item) => item.waitsForMe !== null).length]).not.toEqual([key, 0]);
    }
  });
});
