import { differenceOf, PublishedReport } from '@malspar/environmental-report-model';
import type { CheckedPlan } from '@malspar/plan-model';
import { PublicationWorld } from '@malspar/environmental-report-api/testing';
import { DemoPublications } from './demo-publications.js';
import { writerIn } from './testing/writer-in.js';

/** The plan with one series that begins with the period that is corrected, so that later words compare with it. */
const beginningWith = (file: CheckedPlan, code: string, period: string): CheckedPlan => ({
  ...file,
  focusAreas: file.focusAreas.map((area) => ({
    ...area,
    targets: area.targets.map((target) => {
      const { indicator } = target;
      const series = indicator.series.filter((point) => target.code !== code || point.period >= period);
      return { ...target, indicator: { ...indicator, series } };
    }),
  })),
});

describe('the past of a demo', () => {
  let world: PublicationWorld;
  beforeEach(async () => {
    world = await PublicationWorld.create('exempel-tertial', '2028-06-10', { withHistory: false });
  });
  afterEach(() => world.end());

  it('is published once, with a correction that everything after it knows of', async () => {
    const cast = await world.cast();
    const people = Object.values(cast);
    const demo = writerIn(world.module, DemoPublications);
    const file = beginningWith(world.file, 'E1', '2027-T3');
    expect(await demo.tellPast(file, people)).toEqual({ reports: 12, published: 6 });
    expect(await demo.tellPast(file, people)).toEqual({ reports: 0, published: 0 });
    const list = await world.publications.list();
    expect(list.map(({ period, versions }) => [period, versions.length])).toEqual([
      ['2028-T1', 1],
      ['2027', 1],
      ['2027-T3', 2],
      ['2027-T2', 1],
      ['2027-T1', 1],
    ]);
    const read = async (period: string, version: number): Promise<PublishedReport> =>
      PublishedReport.parse(JSON.parse(await world.publications.canonical(period, version)));
    const { sections } = differenceOf(await read('2027-T3', 1), await read('2027-T3', 2));
    expect(sections.map(({ key }) => key)).toEqual(['byggnader']);
    expect(await read('2028-T1', 1)).toMatchObject({ comparison: { with: { period: '2027-T1' } } });

    const comment = async (period: string) =>
      (await world.report(cast.owner, period, 'byggnader')).entries.find(({ targetCode }) => targetCode === 'E1')
        ?.content.comment;
    expect(await comment('2027-T3')).toContain('136,3');
    expect(await comment('2028-T1')).toMatch(/136,3 tertial 3 2027/);
    expect(await comment('2028-T1')).not.toContain('136,1');
  });
});
