import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { asItStands, overtakenIn } from '../latest-word/index.js';
import type { PublishedReport } from '../published-report.js';
import { PublishedHistory } from '../testing/index.js';
import { reportSite } from './report-site.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const AREA = 'resor-och-transporter';
const CODE = 'R1';
/** Two areas: one that something is left out of, and one that stays as it was. */
const plan = {
  ...reading.plan,
  focusAreas: reading.plan.focusAreas.filter(({ slug }) => slug === AREA || slug === 'maltidsforsorjning'),
};
const YEAR = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024'];

const history = (...periods: string[]): PublishedHistory => {
  const made = new PublishedHistory(plan);
  for (const period of periods) made.publish(period);
  return made;
};
const leaveOutTarget = (made: PublishedHistory, period: string): PublishedHistory =>
  made.correct(AREA, period, (content) => {
    content.entries.splice(0, Infinity, ...content.entries.filter(({ targetCode }) => targetCode !== CODE));
  });
const live = (made: PublishedHistory, period: string): PublishedReport =>
  asItStands(
    made.reports.findLast((report) => report.period === period)!,
    made.word,
  );
const areaIn = (report: PublishedReport) => report.areas.find(({ slug }) => slug === AREA);
const targetIn = (report: PublishedReport) => areaIn(report)?.targets.find(({ code }) => code === CODE);
const periodsOf = (said: readonly { readonly period: string }[] | undefined): string[] =>
  (said ?? []).map(({ period }) => period);
const others = (report: PublishedReport) => report.areas.filter(({ slug }) => slug !== AREA);
const overtaken = (made: PublishedHistory, nth: number): string[] =>
  overtakenIn(made.reports[nth]!, made.word, made.reports).map(
    ({ targetCode, what, values, by }) =>
      `${targetCode ?? 'area'}: ${what.sv} = ${values?.is.sv ?? 'text'} (${by.period} v${by.version})`,
  );
const siteOf = ({ reports }: PublishedHistory) =>
  reportSite(reports.map((report) => ({ report, sha256: '', files: [] })))!;

describe.each([
  ['an area', (made: PublishedHistory, period: string) => made.leaveOut(AREA, period)],
  ['a target', leaveOutTarget],
])('%s that a later version of the period leaves out', (what, leaveOut) => {
  const isArea = what === 'an area';

  it('is no longer said in the year that had gathered it, which tells that it has been overtaken', () => {
    const made = history(...YEAR);
    const before = live(made, '2024');
    leaveOut(made, '2024-Q1').publish('2024-Q1');
    const year = live(made, '2024');
    expect(periodsOf(targetIn(year)?.earlierAnswers)).toEqual(['2024-Q2', '2024-Q3', '2024-Q4']);
    expect(periodsOf(targetIn(year)?.series)).not.toContain('2024-Q1');
    expect(periodsOf(areaIn(year)?.earlierVerdicts).includes('2024-Q1')).toBe(!isArea);
    expect(periodsOf(areaIn(year)?.verdicts).includes('2024-Q1')).toBe(!isArea);
    expect(year.gaps).toMatchObject(isArea ? [{ areaSlug: AREA, period: '2024-Q1', reason: 'Rapporten rättas.' }] : []);
    expect(year.reports.some((each) => each.areaSlug === AREA && each.period === '2024-Q1')).toBe(!isArea);
    expect(others(year)).toEqual(others(before));
    expect(overtaken(made, 4)).toContain(`${CODE}: Utfall kvartal 1 2024 = uppgift saknas (2024-Q1 v2)`);
    expect(overtaken(made, 4).join().includes('area: Samlad bedömning kvartal 1 2024 = uppgift saknas')).toBe(isArea);
    expect(overtaken(made, 4).every((each) => each.endsWith('(2024-Q1 v2)'))).toBe(true);
  });

  it('is nowhere in what is published afterwards, though the report beside it still says it', () => {
    const made = leaveOut(history('2024-Q1', '2024-Q2'), '2024-Q1');
    made.publish('2024-Q1');
    for (const report of [live(made, '2024-Q2'), made.publish('2024-Q3'), live(made, '2024-Q3')]) {
      expect(periodsOf(targetIn(report)?.series)).not.toContain('2024-Q1');
      expect(periodsOf(areaIn(report)?.verdicts).includes('2024-Q1')).toBe(!isArea);
    }
    expect(made.word.point(CODE, '2024-Q1')).toBeNull();
    expect(made.word.entry(CODE, '2024-Q1')).toBeNull();
  });

  it('is not in the period’s own version that had it either: that one names what is gone', () => {
    const made = history(...YEAR);
    leaveOut(made, '2024-Q1').publish('2024-Q1');
    const gone = overtaken(made, 0).map((each) => each.replace(/ kvartal 1 2024|, kvartal 1 2024/, ''));
    expect(gone).toContain(`${CODE}: Målbedömning = uppgift saknas (2024-Q1 v2)`);
    expect(gone.includes('area: Samlad bedömning = uppgift saknas (2024-Q1 v2)')).toBe(isArea);
    expect(overtaken(made, 0)).toContain(`${CODE}: Utfall kvartal 1 2024 = uppgift saknas (2024-Q1 v2)`);
  });

  it('is said again by the version that brings it back, of the period or of its year', () => {
    const made = history(...YEAR);
    const before = live(made, '2024');
    leaveOut(made, '2024-Q1').publish('2024-Q1');
    const again = new PublishedHistory(plan);
    again.reports.push(...made.reports);
    const later = Date.UTC(2026, 5, 1);
    again.publish('2024', { publishedAt: new Date(later) });
    expect(again.word.entry(CODE, '2024-Q1')).toMatchObject({ in: { period: '2024', version: 2 } });
    again.publish('2024-Q1', { publishedAt: new Date(later + 1) });
    expect(again.word.verdict(AREA, '2024-Q1')).toMatchObject({ in: { period: '2024-Q1', version: 3 } });
    const { areas, gaps } = asItStands(made.reports[4]!, again.word);
    expect(areas).toEqual(before.areas);
    expect(gaps).toEqual([]);
  });
});

describe('an area', () => {
  it('that a year leaves out is still said by the period’s own version, and the year has no gap there', () => {
    const made = history('2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4').leaveOut(AREA, '2024-Q1');
    made.publish('2024');
    expect(made.word.verdict(AREA, '2024-Q1')).toMatchObject({ in: { period: '2024-Q1', version: 1 } });
    expect(live(made, '2024').gaps).toEqual([]);
  });

  it('whose last report is left out is shown with the one before, and with why nothing has come since', () => {
    const made = history(...YEAR).leaveOut(AREA, '2024-Q4');
    made.publish('2024-Q4');
    const site = siteOf(made);
    const now = site.areas.find(({ slug }) => slug === AREA);
    expect(now?.gap).toMatchObject({ period: '2024-Q4', reason: 'Rapporten rättas.' });
    expect(periodsOf(now?.held?.area.verdicts)).not.toContain('2024-Q4');
    expect(site.areas.filter(({ slug }) => slug !== AREA).map(({ gap }) => gap)).toEqual([null]);
  });
});
