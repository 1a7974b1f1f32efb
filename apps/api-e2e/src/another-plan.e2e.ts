import { randomUUID } from 'node:crypto';
import type { Plan, TargetDetail } from '@malspar/plan-model';
import type { PlanResults, Report, ReportDiff, ReportSummary, TargetResults } from '@malspar/reporting-model';
import { parsePeriod, shiftPeriod } from '@malspar/shared-model';
import { root, startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import { demand, fill, type Problem, take } from './harness/working.js';

/** Another authority's plan: other areas, other years, tertials; everything is to work as in the first. */
describe('another plan', () => {
  let api: TestApi;
  let cast: Cast;
  beforeAll(async () => {
    api = await startApi({ planFile: root('tools/seed/data/exempel-tertial.json') });
    cast = await Cast.of(api);
  });
  afterAll(() => api.stop());

  it('is shown as its own file says', async () => {
    const viewer = await api.person('viewer');
    const plan = await viewer.read<Plan>('plan');
    expect(plan).toMatchObject({ organisation: 'Björkhaga kommun', cadence: 'tertial', start: '2027-01-01' });
    expect(plan.focusAreas.map((area) => area.targets.length)).toEqual([2, 2, 1]);
    for (const target of plan.focusAreas.flatMap((area) => area.targets)) {
      expect(await viewer.read<TargetDetail>(`targets/${target.code}`)).toMatchObject({ code: target.code });
      const results = await viewer.read<TargetResults>(`targets/${target.code}/results`);
      expect(JSON.stringify(results)).not.toMatch(/\d{4}-Q\d/);
    }
    expect(JSON.stringify(await viewer.read<PlanResults>('results'))).not.toMatch(/\d{4}-Q\d|Värmland/);
  });

  it('has its own periods, the past ones approved', async () => {
    const codes = (await cast.coordinator.read<{ code: string; state: string }[]>('periods')).map(
      (period) => `${period.code} ${period.state}`,
    );
    expect(codes).toEqual(['2028-T2 open', '2028-T1 closed', '2027-T3 closed', '2027-T2 closed', '2027-T1 closed']);
  });

  it('goes the whole way with the people who answer for it', async () => {
    for (const report of await cast.reports()) await finish(report);
    expect((await cast.reports()).map((report) => report.state)).toEqual(cast.plan.focusAreas.map(() => 'approved'));
  });

  it('compares with the tertial before', async () => {
    const [report] = await cast.reports();
    const diff = await cast.coordinator.read<ReportDiff>(`reports/${report!.id}/diff`);
    expect(diff.against).toEqual({ kind: 'period', label: '2028-T1' });
  });

  it('closes its period and opens the next, asking each indicator for what is due then', async () => {
    const { code } = cast.openPeriod;
    demand(await cast.coordinator.api('POST', `periods/${code}/close`, { body: {} }));
    const next = shiftPeriod(code, 1);
    const confirmed = ['opens-before-period', 'earlier-unopened'];
    const times = { opensOn: '2026-01-01', dueOn: '2029-02-01', confirmed };
    demand(await opening({ code: next.code, ...times }));
    const opened = (await Cast.of(api)).openPeriod;
    expect(opened).toMatchObject({ code: '2028-T3', start: '2028-09-01', end: '2028-12-31' });
    const reports = await (await Cast.of(api)).reports();
    for (const { id } of reports) {
      const { entries } = await cast.coordinator.read<Report>(`reports/${id}`);
      for (const { duePeriods, indicator } of entries) {
        const expected = { quarter: ['2028-Q3', '2028-Q4'], tertial: ['2028-T3'], year: ['2028'] }[indicator.cadence];
        expect(duePeriods).toEqual(indicator.kind === 'milestone' ? [] : expected);
        for (const due of duePeriods) expect(parsePeriod(due).end <= opened.end).toBe(true);
      }
    }
  });

  it('has no room for a quarter', async () => {
    const body = { code: '2029-Q1', opensOn: '2029-01-01', dueOn: '2029-04-30' };
    const response = await opening<Problem>(body);
    expect([response.status, response.body.errors?.[0]?.code]).toEqual([422, 'not-a-period-of-the-plan']);
  });

  const opening = <T>(body: object) =>
    cast.coordinator.api<T>('POST', 'periods', { body, headers: { 'idempotency-key': randomUUID() } });

  /** From wherever the report stands to its approval, each step by whoever's turn it is. */
  async function finish(report: ReportSummary): Promise<void> {
    const [owner, manager] = [await cast.owner(report), await cast.manager(report)];
    const now = () => cast.coordinator.read<Report>(`reports/${report.id}`);
    if ((await now()).state === 'draft') {
      await fill(owner, report.id);
      demand(await take(owner, report.id, { transition: 'submit' }));
    }
    const revisionHash = (await now()).revision!.sha256;
    if ((await now()).state === 'submitted') {
      demand(await take(manager, report.id, { transition: 'endorse', revisionHash }));
    }
    demand(await take(cast.coordinator, report.id, { transition: 'approve', revisionHash }));
  }
});
