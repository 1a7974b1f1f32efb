import type { CheckedPlan } from '@malspar/plan-model';
import { readPlanFile } from '@malspar/plan-model';
import { RevisionContent, type YearContent } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { HistoryService } from '../history/history.service.js';
import { ResultsService } from '../results/results.service.js';
import { plainWords } from '../testing/plain-words.js';
import { ReportingWorld } from '../testing/reporting-world.js';
import { smallPlan } from '../testing/small-plan.js';

describe('the year part of the report of a year’s last period', () => {
  const file = (): CheckedPlan => {
    const read = readPlanFile({ ...smallPlan({ openPeriod: '2024-Q4' }), demo: true });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return read.plan;
  };
  let world: ReportingWorld;
  let owner: Principal;
  let manager: Principal;
  let coordinator: Principal;
  beforeAll(async () => {
    world = await ReportingWorld.create(smallPlan({ openPeriod: '2024-Q4' }), '2025-01-10');
    owner = await world.person('Anna Ägare', ['owner'], world.plan.focusAreas);
    manager = await world.person('Maria Chef', ['manager'], world.plan.focusAreas);
    coordinator = await world.person('Carin Samordnare', ['coordinator']);
    await world.module.get(HistoryService).importHistory(file(), { words: plainWords });
    await world.openPeriod('2024-Q4');
  });
  afterAll(() => world.end());

  const judged = (codes: readonly string[], assessment: 'on_track' | 'uncertain', comment = '') => ({
    verdict: 'partly' as const,
    explanation: 'Sett över hela året.',
    targets: codes.map((targetCode) => ({ targetCode, assessment, comment })),
  });

  it('has the year before beside it, where the file’s own verdict of the year is the year’s', async () => {
    const report = await world.report(owner, '2024-Q4', 'resor');
    expect(report.year).toMatchObject({
      period: '2024',
      content: { verdict: null, explanation: '' },
      last: { period: '2023', verdict: 'not', verdictProvenance: 'verified', explanation: '' },
    });
    expect(report.year?.last?.targets.map(({ provenance }) => provenance)).toEqual(['illustrative', 'illustrative']);
    expect(report.lastVerdict?.period).toBe('2024-Q3');
    expect((await world.report(owner, '2024-Q3')).year).toBeNull();
  });

  it('is saved on top of the version that was read, and never on another', async () => {
    const report = await world.report(owner, '2024-Q4');
    const codes = report.entries.map(({ targetCode }) => targetCode);
    const saved = await world.drafts.writeYear(owner, report.id, report.year!.version, judged(codes, 'on_track'));
    expect(saved.version).toBe(report.year!.version + 1);
    await expect(
      world.drafts.writeYear(owner, report.id, report.year!.version, judged(codes, 'uncertain')),
    ).rejects.toMatchObject({ problem: { status: 412, current: { version: saved.version, byYourself: true } } });
    await expect(
      world.drafts.writeYear(owner, report.id, saved.version, judged(['R1'], 'on_track')),
    ).rejects.toMatchObject({ problem: { errors: [{ pointer: '/targets/0/targetCode', code: 'no-such-target' }] } });
    const { year } = await world.report(owner, '2024-Q4');
    expect(year).toMatchObject({
      content: judged(codes, 'on_track'),
      updatedBy: 'Anna Ägare',
      updatedByYourself: true,
    });
  });

  it('keeps the wording that somebody else’s replaces', async () => {
    const report = await world.report(owner, '2024-Q4');
    const deputy = await world.person('Doris Vikarie', ['owner'], world.plan.focusAreas);
    const { content, version } = report.year!;
    const { keptWordings } = await world.drafts.writeYear(deputy, report.id, version, {
      ...content,
      explanation: 'Annat.',
    });
    expect(keptWordings).toEqual(['year/explanation']);
    const { items } = await world.drafts.earlierWordings(owner, report.id, { field: 'year', page: 1, limit: 20 });
    expect(items).toMatchObject([{ targetCode: null, field: 'year/explanation', text: 'Sett över hela året.' }]);
  });

  it('keeps each judgement of an example one until a person has replaced all of it', async () => {
    const report = await world.report(owner, '2024-Q4');
    const [first, second] = report.entries.map(({ targetCode }) => targetCode);
    let { version } = report.year!;
    const save = async (said: YearContent, by?: 'illustrative') => {
      version = (await world.drafts.writeYear(owner, report.id, version, said, by)).version;
      const { year } = await world.reports.one(owner, report.id);
      return [year!.verdictProvenance, year!.provenances[first!], year!.provenances[second!]];
    };
    const example = judged([first!, second!], 'uncertain', 'Ett exempel.');
    expect(await save(example, 'illustrative')).toEqual(['illustrative', 'illustrative', 'illustrative']);
    const [one, other] = example.targets;
    const half = { ...example, explanation: 'Vår.', targets: [{ ...one!, comment: 'Vår.' }, other!] };
    expect(await save(half)).toEqual(['illustrative', 'illustrative', 'illustrative']);
    const own = { ...half, targets: [{ ...one!, comment: 'Vår.', assessment: 'on_track' as const }, other!] };
    expect(await save(own)).toEqual(['illustrative', 'reported', 'illustrative']);
    const whole = { ...own, verdict: 'not' as const };
    expect(await save(whole)).toEqual(['reported', 'reported', 'illustrative']);
    expect(await save({ ...whole, explanation: example.explanation })).toEqual([
      'illustrative',
      'reported',
      'illustrative',
    ]);
  });

  it('stops the submit until it is there, and is frozen, compared and read as the year’s', async () => {
    const report = await world.report(owner, '2024-Q4', 'resor');
    const explanations = { assessment_contradicts: 'Avstämt.', outside_series: 'Avstämt.' };
    const filled = await world.fill(owner, report, { explanations });
    const { id } = filled;
    const codes = filled.entries.map(({ targetCode }) => targetCode);
    await world.drafts.writeYear(owner, id, filled.year!.version, { ...judged([], 'on_track'), verdict: null });
    await expect(world.take(owner, report, 'submit')).rejects.toMatchObject({
      problem: {
        errors: [
          ...codes.map((code) => ({ pointer: `/entries/${code}/year/assessment`, code: 'no_year_assessment' })),
          { pointer: '/year/verdict', code: 'no_year_verdict' },
        ],
      },
    });
    const { year } = await world.reports.one(owner, id);
    await world.drafts.writeYear(owner, id, year!.version, judged(codes, 'uncertain', 'Året började trögt.'));
    await world.take(owner, report, 'submit');
    const { content } = await world.reports.revision(owner, id, 1);
    expect(RevisionContent.parse(content).year).toMatchObject({
      ...{ period: '2024', verdict: 'partly', verdictProvenance: 'reported' },
      targets: codes.map((targetCode) => ({ targetCode, assessment: 'uncertain', provenance: 'reported' })),
    });
    const { entries } = await world.reports.diff(manager, id, 'period');
    const changes = entries.flatMap((each) => each.changes.filter(({ field }) => field.startsWith('/year/verdict')));
    expect(changes).toEqual([{ field: '/year/verdict', before: 'not', after: 'partly' }]);
    await world.take(manager, report, 'endorse');
    await world.take(coordinator, report, 'approve');
    const results = world.module.get(ResultsService);
    const { verdicts, periods } = await results.ofPlan();
    const own = verdicts.filter((row) => row.focusAreaSlug === 'resor' && row.period.startsWith('2024'));
    expect(own.slice(-2).map((row) => [row.period, row.verdict, row.provenance])).toEqual([
      ['2024-Q4', 'largely', 'reported'],
      ['2024', 'partly', 'reported'],
    ]);
    expect(periods.slice(-2)).toEqual(['2024-Q4', '2024']);
    const { years, entries: shown } = await results.ofTarget(codes[0]!);
    expect(years.at(-1)).toMatchObject({ period: '2024', assessment: 'uncertain', comment: 'Året började trögt.' });
    expect(shown.at(-1)).toMatchObject({ period: '2024-Q4', assessment: 'on_track' });
  });
});
