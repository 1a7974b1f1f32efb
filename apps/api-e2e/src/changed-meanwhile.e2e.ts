import { randomUUID } from 'node:crypto';
import type { Assignment } from '@malspar/identity-model';
import { PeriodDoubt, type Report, type ReportingPeriod, type ReportSummary } from '@malspar/reporting-model';
import { DeclaredRoutes } from '@malspar/shared-api';
import { addDays } from '@malspar/shared-model';
import { defaultStatement, type PlanDocument } from '@malspar/site-model';
import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import type { ApiResponse, Person } from './harness/person.js';
import { samplePdf } from './harness/sample-pdf.js';
import { demand, type Problem, sound } from './harness/working.js';

/** One thing that is written upon a version: which it has now, and a write upon a version, another one each time. */
interface Written {
  version(): Promise<number>;
  write(who: Person, version: number): Promise<ApiResponse>;
  readonly first: Person;
  /** Another account that may write there; absent where the demo has only one. */
  readonly other?: Person;
}

/** Routes that replace something whole, whatever it was before. */
const WITHOUT_VERSION = ['PUT site/documents/order', 'PUT feedback/comments/:id/handled'];

describe('a write upon a version that has been changed meanwhile', () => {
  let api: TestApi;
  let cast: Cast;
  let report: ReportSummary;
  let owner: Person;
  let deputy: Person;
  let admin: Person;
  let document: PlanDocument;
  let turn = 0;

  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    report = await cast.report('draft');
    owner = await cast.owner(report);
    const deputyKey = cast.keysOf('owner').find((key) => cast.isDeputy(key, report.focusArea.id)) ?? '';
    [deputy, admin] = await Promise.all([api.person(deputyKey), api.person('admin')]);
    document = demand(
      await admin.api<PlanDocument>('POST', 'site/documents?title=Plan&date=2026-02-03&language=sv', {
        bytes: samplePdf('plan'),
        headers: { 'content-type': 'application/pdf', 'idempotency-key': randomUUID() },
      }),
    );
  });
  afterAll(() => api.stop());

  const put = (who: Person, path: string, version: number, body: unknown): Promise<ApiResponse> =>
    who.api('PUT', path, { body, headers: { 'if-match': `"${version}"` } });
  const readReport = (): Promise<Report> => owner.read<Report>(`reports/${report.id}`);
  const words = (): string => `Lydelse ${++turn}.`;

  async function assignment(): Promise<Assignment> {
    return (await admin.read<Assignment[]>('assignments')).find(({ to }) => to === null)!;
  }

  async function period(): Promise<ReportingPeriod> {
    const periods = await cast.coordinator.read<ReportingPeriod[]>('periods');
    return periods.find(({ code }) => code === cast.openPeriod.code)!;
  }

  const routes: Record<string, () => Promise<Written>> = {
    'PUT reports/:id/entries/:targetCode': async () => {
      const [entry] = (await readReport()).entries;
      const path = `reports/${report.id}/entries/${entry!.targetCode}`;
      return {
        version: async () => (await readReport()).entries[0]!.version,
        write: (who, version) => put(who, path, version, sound(entry!, words())),
        ...{ first: owner, other: deputy },
      };
    },
    'PUT reports/:id/verdict': () =>
      Promise.resolve({
        version: async () => (await readReport()).verdictVersion,
        write: (who, version) =>
          put(who, `reports/${report.id}/verdict`, version, { verdict: 'largely', explanation: words() }),
        ...{ first: owner, other: deputy },
      }),
    'PUT reports/:id/year': () =>
      Promise.resolve({
        version: async () => (await readReport()).year!.version,
        write: (who, version) =>
          put(who, `reports/${report.id}/year`, version, { verdict: 'partly', explanation: words(), targets: [] }),
        ...{ first: owner, other: deputy },
      }),
    'PUT assignments/:id': async () => {
      const { id, personId, kind, scopeId, deputy: asDeputy, from } = await assignment();
      const ending = (): string => addDays('2090-01-01', ++turn);
      return {
        version: async () => (await admin.read<Assignment[]>('assignments')).find((each) => each.id === id)!.version,
        write: (who, version) =>
          put(who, `assignments/${id}`, version, { personId, kind, scopeId, deputy: asDeputy, from, to: ending() }),
        ...{ first: admin, other: cast.coordinator },
      };
    },
    'PUT site/accessibility-statement': () =>
      Promise.resolve({
        version: async () => (await admin.read<{ version: number }>('site/accessibility-statement')).version,
        write: (who, version) =>
          put(who, 'site/accessibility-statement', version, { ...defaultStatement, responseDays: (++turn % 9) + 1 }),
        first: admin,
      }),
    'PUT site/documents/:id': () =>
      Promise.resolve({
        version: async () => (await admin.read<PlanDocument[]>('site/documents'))[0]!.revision,
        write: (who, version) =>
          put(who, `site/documents/${document.id}`, version, { title: words(), date: '2026-02-03', language: 'sv' }),
        first: admin,
      }),
    'PUT periods/:code/due-date': async () => {
      const { code, dueOn } = await period();
      return {
        version: async () => (await period()).version,
        write: (who, version) =>
          put(who, `periods/${code}/due-date`, version, {
            dueOn: addDays(dueOn, ++turn),
            reason: words(),
            // Whether the demo's period is long past by now says nothing about versions.
            confirmed: PeriodDoubt.options,
          }),
        ...{ first: cast.coordinator, other: await api.person('manager-coordinator') },
      };
    },
  };

  const refusal = async (sent: Promise<ApiResponse>): Promise<readonly unknown[]> => {
    const { status, body } = (await sent) as ApiResponse<Problem & { byYourself?: boolean }>;
    return [status, body.byYourself, body.title];
  };

  it('is known for every route that writes upon a version', () => {
    const declared = api.app.get(DeclaredRoutes).all();
    const puts = declared.filter(({ method }) => method === 'PUT').map(({ method, path }) => `${method} ${path}`);
    expect([...Object.keys(routes), ...WITHOUT_VERSION].sort()).toEqual(puts.sort());
  });

  it.each(Object.keys(routes))('says whose change it was: %s', async (name) => {
    const { version, write, first, other } = await routes[name]!();
    const stale = await version();
    demand(await write(first, stale));
    const own = [412, true, 'Du har ändrat i en annan flik.'];
    expect(await refusal(write(first, stale))).toEqual(own);
    if (!other) return;
    expect(await refusal(write(other, stale))).toEqual([412, false, 'Någon annan har ändrat under tiden.']);
    demand(await write(other, await version()));
    expect(await refusal(write(first, stale))).toEqual([412, false, 'Någon annan har ändrat under tiden.']);
    expect(await refusal(write(other, stale))).toEqual(own);
  });
});
