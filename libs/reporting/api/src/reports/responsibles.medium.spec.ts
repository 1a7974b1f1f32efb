import { ReportingWorld } from '../testing/reporting-world.js';

describe('roles that have answered for measures', () => {
  let world: ReportingWorld;
  beforeAll(async () => {
    world = await ReportingWorld.create();
  });
  afterAll(() => world.end());

  it('are offered to whoever writes, the own area’s first, and no person’s name', async () => {
    const [energy, travel] = [world.area('energi'), world.area('resor')];
    const owner = await world.person('Anna Ägare', ['owner'], [energy]);
    const other = await world.person('Otto Ägare', ['owner'], [travel]);
    const manager = await world.person('Maria Chef', ['manager'], [energy, travel]);
    const coordinator = await world.person('Carin Samordnare', ['coordinator']);
    const approve = async (who: typeof owner, period: string, slug: string, responsible: string) => {
      const measure = { text: 'Byter pumpar.', responsible, dueOn: '2025-06-30' };
      const report = await world.fill(who, await world.report(who, period, slug), { measure });
      await world.take(who, report, 'submit');
      await world.take(manager, report, 'endorse');
      await world.take(coordinator, report, 'approve');
    };
    await world.openPeriod('2024-Q1');
    await approve(other, '2024-Q1', 'resor', 'Fordonssamordnare');
    await approve(owner, '2024-Q1', 'energi', 'Driftchef');
    await world.openPeriod('2024-Q2');
    await approve(other, '2024-Q2', 'resor', 'Lars Holm');
    await world.openPeriod('2024-Q3');
    const offered = async (who: typeof owner, slug: string) => (await world.report(who, '2024-Q3', slug)).responsibles;
    expect(await offered(owner, 'energi')).toEqual(['Driftchef', 'Fordonssamordnare']);
    expect(await offered(other, 'resor')).toEqual(['Fordonssamordnare', 'Driftchef']);
    expect(await offered(manager, 'energi')).toEqual([]);
  });
});
