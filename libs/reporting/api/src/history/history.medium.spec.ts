import { seedPlan } from '@malspar/plan-api/testing';
import { type CheckedPlan, readPlanFile } from '@malspar/plan-model';
import { emptyEntryContent, RevisionContent } from '@malspar/reporting-model';
import { canonicalJson, sha256Hex } from '@malspar/shared-api';
import { managerOf } from '@malspar/shared-api/sql';
import pg from 'pg';
import { HistoryService } from './history.service.js';
import { plainWords } from '../testing/plain-words.js';
import { ReportingWorld } from '../testing/reporting-world.js';
import { smallPlan } from '../testing/small-plan.js';

const checked = (json: object): CheckedPlan => {
  const read = readPlanFile(json);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.plan;
};

describe('histories from a plan file', () => {
  it('are imported with their own values and verdicts and nothing else, where nobody puts words to them', async () => {
    const world = await ReportingWorld.create(smallPlan(), '2024-10-10');
    expect(await world.module.get(HistoryService).importHistory(checked(smallPlan()))).toBeGreaterThan(0);
    const reader = await world.person('Anna Ägare', ['owner'], world.plan.focusAreas);
    const { items } = await world.reports.page(reader, { mine: false, page: 1, limit: 1000 });
    const reports = await Promise.all(items.map((item) => world.reports.one(reader, item.id)));
    const said = reports.flatMap((report) => [
      ...report.entries.map(({ content }) => ({ ...content, values: [] })),
      ...(report.verdictProvenance === 'verified' ? [] : [report.verdictContent]),
    ]);
    expect(new Set(said.map((each) => JSON.stringify(each)))).toEqual(
      new Set([emptyEntryContent, { verdict: null, explanation: '' }].map((each) => JSON.stringify(each))),
    );
    expect(reports.flatMap((report) => report.entries.flatMap(({ content }) => content.values)).length).toBe(13);
    expect(new Set(reports.map(({ state }) => state))).toEqual(new Set(['approved']));
    await world.end();
  });

  describe('of the real plan', () => {
    const { json, plan: file } = seedPlan('miljoplan-2021-2025');
    let world: ReportingWorld;
    let statements = 0;

    beforeAll(async () => {
      world = await ReportingWorld.create(json, '2026-01-19');
      const { query } = pg.Client.prototype;
      pg.Client.prototype.query = function (this: pg.Client, ...call: Parameters<typeof query>) {
        statements++;
        return query.apply(this, call);
      } as typeof query;
      await world.module.get(HistoryService).importHistory(file, { words: plainWords });
      pg.Client.prototype.query = query;
    });
    afterAll(() => world.end());

    it('is imported by a few dozen statements, not by one for each of its hundreds of rows', () => {
      expect(statements).toBeLessThanOrEqual(40);
    });

    it('keeps where each value comes from', async () => {
      const { series } = await world.results.ofTarget('R4');
      expect(series.map((point) => [point.period, point.value, point.provenance, point.sourceKey])).toEqual([
        ['2021', '26', 'illustrative', null],
        ['2022', '30', 'illustrative', null],
        ['2023', '33', 'verified', 'rvu2023'],
        ['2024', '33', 'illustrative', null],
      ]);
    });

    it('gives the verdicts of 2021 as they were, of the year and not of its last quarter, and says of the others that they are examples', async () => {
      const { verdicts } = await world.results.ofPlan();
      const known = verdicts.filter((row) => row.provenance === 'verified');
      expect(known.map((row) => [row.period, row.focusAreaSlug, row.verdict, row.explanation]).sort()).toEqual(
        [
          ['resor-och-transporter', 'largely'],
          ['fastighetsdrift-och-byggnation', 'largely'],
          ['finansforvaltning', 'largely'],
          ['lakemedel', 'largely'],
          ['bidrag-medel-och-stod', 'largely'],
          ['maltidsforsorjning', 'partly'],
          ['inkop-och-resursforbrukning', 'not'],
        ]
          .map(([slug, verdict]) => ['2021', slug, verdict, ''])
          .sort(),
      );
      expect(new Set(verdicts.filter((row) => row.provenance !== 'verified').map((row) => row.provenance))).toEqual(
        new Set(['illustrative']),
      );
      const quarter = verdicts.filter((row) => row.period === '2021-Q4');
      expect(quarter.map((row) => row.provenance)).toEqual(Array<string>(7).fill('illustrative'));
      const years = verdicts.filter((row) => row.period.length === 4).map((row) => row.period);
      expect(new Set(years)).toEqual(new Set(['2021', '2022', '2023', '2024']));
    });

    it('freezes every report under its hash, with the target as it then read', async () => {
      const rows = await managerOf(world.database.read).query<{ canonical: string; sha256: string }[]>(
        'SELECT canonical, sha256 FROM report_revision',
      );
      expect(rows).toHaveLength(19 * 7);
      for (const { canonical, sha256 } of rows) {
        expect(sha256Hex(canonical)).toBe(sha256);
        expect(canonicalJson(RevisionContent.parse(JSON.parse(canonical)))).toBe(canonical);
      }
      const years = rows
        .map(({ canonical }) => JSON.parse(canonical) as RevisionContent)
        .filter((content) => content.focusArea.slug === 'lakemedel')
        .map((content) => [content.period, content.entries[0]!.target.targetYear]);
      expect(new Map(years as [string, number][])).toEqual(
        new Map(
          [...new Map(years as [string, number][])].map(([period]) => [period, period < '2023-Q3' ? 2024 : 2025]),
        ),
      );
    });
  });
});
