import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import type { PublishedReport } from '../published-report.js';
import { asItStands } from './as-it-stands.js';
import { overtakenIn } from './overtaken.js';
import { PublishedHistory } from '../testing/published-history.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;
const CODE = 'R1';
const AREA = plan.focusAreas.find(({ targets }) => targets.some(({ code }) => code === CODE))!.slug;

const history = (...periods: string[]): PublishedHistory => {
  const made = new PublishedHistory(plan);
  for (const period of periods) made.publish(period);
  return made;
};
const targetIn = (report: PublishedReport) =>
  report.areas.flatMap(({ targets }) => targets).find(({ code }) => code === CODE)!;
const areaIn = (report: PublishedReport) => report.areas.find(({ slug }) => slug === AREA)!;
const valueIn = (report: PublishedReport, period: string) =>
  targetIn(report).series.find((point) => point.period === period)?.value;
const live = (made: PublishedHistory, period: string) =>
  asItStands(
    made.reports.findLast((report) => report.period === period)!,
    made.word,
  );
const overtaken = (made: PublishedHistory, nth: number) =>
  overtakenIn(made.reports[nth]!, made.word, made.reports).map(({ targetCode, period, what, values, by }) => ({
    targetCode,
    period,
    what: what.sv,
    was: values?.was.sv ?? null,
    is: values?.is.sv ?? null,
    by: `${by.period} v${by.version}`,
  }));

const first = valueIn(history('2024-Q1').reports[0]!, '2024-Q1')!;

describe('a value that has been corrected', () => {
  it('is what a later report says of it, published before the correction', () => {
    const made = history('2024-Q1', '2024-Q2');
    made.correctValue(CODE, '2024-Q1', '777.7').publish('2024-Q1');
    expect(valueIn(made.reports[1]!, '2024-Q1')).toBe(first);
    expect(valueIn(live(made, '2024-Q2'), '2024-Q1')).toBe('777.7');
    expect(made.word.point(CODE, '2024-Q1')).toMatchObject({ in: { period: '2024-Q1', version: 2 } });
    expect(overtaken(made, 1)).toEqual([
      {
        targetCode: CODE,
        period: '2024-Q1',
        what: 'Utfall kvartal 1 2024',
        was: first.replace('.', ','),
        is: '777,7',
        by: '2024-Q1 v2',
      },
    ]);
  });

  it('is in a report that is published after it, though the figures beside the reports are the old ones', () => {
    const made = history('2024-Q1');
    made.correctValue(CODE, '2024-Q1', '777.7').publish('2024-Q1');
    expect(valueIn(made.publish('2024-Q2'), '2024-Q1')).toBe('777.7');
    expect(overtaken(made, 2)).toEqual([]);
    expect(overtaken(made, 0).map(({ by }) => by)).toEqual(['2024-Q1 v2']);
  });

  it('is in the sentence about the figures, and in what the year said of the quarter', () => {
    const made = history('2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024');
    made.correctValue(CODE, '2024-Q4', '777.7').publish('2024-Q4');
    const year = live(made, '2024');
    expect(valueIn(year, '2024-Q4')).toBe('777.7');
    expect(targetIn(year).earlierAnswers.at(-1)?.values).toMatchObject([{ period: '2024-Q4', value: '777.7' }]);
    expect(targetIn(year).caption.sv).not.toBe(targetIn(made.reports[4]!).caption.sv);
    expect(overtaken(made, 4)).toMatchObject([{ period: '2024-Q4', by: '2024-Q4 v2' }]);
    expect(valueIn(made.publish('2025-Q1'), '2024-Q4')).toBe('777.7');
  });

  it('may be corrected again, and then only the last correction holds', () => {
    const made = history('2024-Q1', '2024-Q2');
    made.correctValue(CODE, '2024-Q1', '777.7').publish('2024-Q1');
    made.publish('2024-Q3');
    made.correctValue(CODE, '2024-Q1', '888.8').publish('2024-Q1');
    expect(valueIn(live(made, '2024-Q3'), '2024-Q1')).toBe('888.8');
    expect([0, 1, 2, 3].map((nth) => overtaken(made, nth).map(({ was, by }) => `${was?.slice(0, 5)} ${by}`))).toEqual([
      [`${first.replace('.', ',').slice(0, 5)} 2024-Q1 v3`],
      [`${first.replace('.', ',').slice(0, 5)} 2024-Q1 v3`],
      ['777,7 2024-Q1 v3'],
      ['777,7 2024-Q1 v3'],
    ]);
    expect(overtaken(made, 4)).toEqual([]);
  });

  it('is the year’s word when the year was published with it, until the quarter is', () => {
    const made = history('2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4');
    made.correctValue(CODE, '2024-Q1', '777.7').publish('2024');
    expect(valueIn(live(made, '2024-Q4'), '2024-Q1')).toBe('777.7');
    expect(overtaken(made, 0)).toMatchObject([{ is: '777,7', by: '2024 v1' }]);
  });

  it('is gone when the correction takes it away, and later reports do not bring it back', () => {
    const made = history('2024-Q1', '2024-Q2');
    made
      .correct(AREA, '2024-Q1', ({ entries }) => {
        for (const { content } of entries) {
          content.values = [];
          content.noValueReason = 'Mätaren var trasig.';
        }
      })
      .publish('2024-Q1', { series: {} });
    expect(valueIn(live(made, '2024-Q2'), '2024-Q1')).toBeUndefined();
    expect(overtaken(made, 1)).toContainEqual(
      expect.objectContaining({ period: '2024-Q1', is: 'uppgift saknas', by: '2024-Q1 v2' }),
    );
  });
});

describe('a value that a later report gives', () => {
  it('holds when it revises an earlier one, also when the earlier report is published again without a change', () => {
    const made = history('2024-Q1', '2024-Q2');
    made.correct(AREA, '2024-Q3', ({ entries }) => {
      const entry = entries.find(({ targetCode }) => targetCode === CODE);
      entry?.content.values.unshift({ period: '2024-Q1', value: '555.5' });
    });
    made.publish('2024-Q3');
    made.correct(AREA, '2024-Q1', ({ verdict }) => (verdict.explanation = 'Bättre sagt.')).publish('2024-Q1');
    expect(made.word.point(CODE, '2024-Q1')).toMatchObject({
      said: { value: '555.5' },
      in: { period: '2024-Q3' },
      reportedFor: '2024-Q3',
    });
    expect(valueIn(live(made, '2024-Q3'), '2024-Q1')).toBe('555.5');
    made.correctValue(CODE, '2024-Q1', '444.4').publish('2024-Q1');
    expect(valueIn(live(made, '2024-Q3'), '2024-Q1')).toBe('444.4');
  });

  it('is never what is only copied: what no report has given is taken from the latest series', () => {
    const made = history('2024-Q1', '2024-Q2');
    const [oldest] = made.word.points(CODE);
    expect(oldest).toMatchObject({ reportedFor: null, in: { period: '2024-Q2' }, since: { period: '2024-Q1' } });
    expect(made.word.point(CODE, '2024-Q1')).toMatchObject({ reportedFor: '2024-Q1', in: { period: '2024-Q1' } });
  });
});

describe('verdicts, assessments and texts', () => {
  it('are corrected everywhere, in the grid over time and in what a year gathered too', () => {
    const made = history('2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024');
    made
      .correct(AREA, '2024-Q1', (content) => {
        content.verdict = { verdict: 'not', explanation: 'Det gick inte.' };
        const entry = content.entries.find(({ targetCode }) => targetCode === CODE);
        if (entry) entry.content = { ...entry.content, assessment: 'will_not_reach', comment: 'Nya ord.' };
      })
      .publish('2024-Q1');
    const year = live(made, '2024');
    expect(areaIn(year).earlierVerdicts[0]).toMatchObject({ verdict: 'not', explanation: 'Det gick inte.' });
    expect(targetIn(year).earlierAnswers[0]).toMatchObject({ assessment: 'will_not_reach', comment: 'Nya ord.' });
    expect(areaIn(live(made, '2024-Q4')).verdicts).toContainEqual(
      expect.objectContaining({ period: '2024-Q1', verdict: 'not' }),
    );
    expect(overtaken(made, 1)).toMatchObject([
      { what: 'Samlad bedömning kvartal 1 2024', is: 'Inte alls enligt plan' },
    ]);
    expect(overtaken(made, 4).map(({ what, period }) => `${period}: ${what}`)).toEqual([
      '2024-Q1: Samlad bedömning kvartal 1 2024',
      '2024-Q1: Motivering till bedömningen kvartal 1 2024',
      '2024-Q1: Målbedömning (kvartal 1 2024)',
      '2024-Q1: Kommentar (kvartal 1 2024)',
    ]);
    expect(overtaken(made, 0).map(({ was }) => was)).toContain(null);
  });

  it('of a whole year are corrected where the report of its last period is', () => {
    const made = history('2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024');
    expect(areaIn(made.reports[4]!).reportedFor).toBe('2024');
    made
      .correct(AREA, '2024-Q4', ({ year }) => {
        if (!year) throw new Error('the last period says nothing of its year');
        year.verdict = 'not';
        for (const target of year.targets) if (target.targetCode === CODE) target.assessment = 'will_not_reach';
      })
      .publish('2024-Q4');
    const year = live(made, '2024');
    expect(areaIn(year)).toMatchObject({ reportedFor: '2024', verdict: 'not' });
    expect(targetIn(year).answer).toMatchObject({ period: '2024', assessment: 'will_not_reach' });
    expect(areaIn(year).earlierVerdicts).toEqual(areaIn(made.reports[4]!).earlierVerdicts);
    expect(overtaken(made, 4)).toMatchObject([
      { period: '2024', is: 'Inte alls enligt plan', by: '2024-Q4 v2' },
      { period: '2024', targetCode: CODE, is: 'Når inte målet', by: '2024-Q4 v2' },
    ]);
  });

  it('are corrected in what the same period a year later was compared with', () => {
    const made = history('2024-Q1', '2025-Q1');
    made
      .correct(AREA, '2024-Q1', (content) => {
        content.verdict.verdict = 'not';
        const entry = content.entries.find(({ targetCode }) => targetCode === CODE);
        if (entry) entry.content.assessment = 'will_not_reach';
      })
      .publish('2024-Q1');
    const compared = (report: PublishedReport) => report.comparison?.areas.find(({ slug }) => slug === AREA);
    expect(compared(live(made, '2025-Q1'))).toMatchObject({ before: 'not' });
    expect(overtaken(made, 1)).toMatchObject([
      { what: 'Samlad bedömning kvartal 1 2024', is: 'Inte alls enligt plan' },
      { targetCode: CODE, what: 'Målbedömning kvartal 1 2024', is: 'Når inte målet' },
    ]);
    expect(compared(made.publish('2025-Q1'))).toMatchObject({ before: 'not' });
  });

  it('that are as they were are overtaken by nothing, however often they are published', () => {
    const made = history('2024-Q1', '2024-Q2', '2024-Q1', '2024-Q3', '2024-Q4', '2024', '2024-Q4');
    expect(made.reports.flatMap((_, nth) => overtaken(made, nth))).toEqual([]);
    for (const report of made.word.newest) {
      const { comparison, sources, ...now } = asItStands(report, made.word);
      expect(now).toEqual(Object.fromEntries(Object.keys(now).map((key) => [key, report[key as keyof typeof now]])));
      expect(comparison).toEqual(report.comparison);
      expect(sources).toEqual(expect.arrayContaining(report.sources));
    }
  });
});

describe('a milestone', () => {
  const MILESTONES = plan.focusAreas.flatMap(({ slug, targets }) =>
    targets.flatMap(({ code, indicator }) =>
      indicator.kind === 'milestone' ? [{ slug, code, title: indicator.milestones[0]!.title }] : [],
    ),
  );
  it('that a correction says was not reached is open again, unless a later report says that it was', () => {
    const [{ slug, code, title }] = MILESTONES as [(typeof MILESTONES)[number]];
    const set = (made: PublishedHistory, period: string, done: string | null) =>
      made.correct(slug, period, ({ entries }) => {
        const entry = entries.find(({ targetCode }) => targetCode === code);
        if (entry) entry.content.milestones = [{ index: 0, done }];
      });
    const reached = (made: PublishedHistory) => made.word.milestones(code).get(title);
    const made = new PublishedHistory(plan);
    set(made, '2024-Q1', '2024-Q1').publish('2024-Q1');
    set(made, '2024-Q2', '2024-Q1').publish('2024-Q2');
    expect(reached(made)).toBe('2024-Q1');
    set(made, '2024-Q1', null).publish('2024-Q1');
    expect(reached(made)).toBeNull();
    set(made, '2024-Q3', '2024-Q3').publish('2024-Q3');
    made.publish('2024-Q1');
    expect(reached(made)).toBe('2024-Q3');
  });
});
