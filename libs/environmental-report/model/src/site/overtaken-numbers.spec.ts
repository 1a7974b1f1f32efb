import { readFileSync } from 'node:fs';
import { periodText, quantityText } from '@malspar/figures-model';
import { readPlanFile } from '@malspar/plan-model';
import type { PeriodCode } from '@malspar/shared-model';
import { overtakenIn } from '../latest-word/index.js';
import type { PublishedReport } from '../published-report.js';
import { PublishedHistory } from '../testing/index.js';
import { reportSite } from './report-site.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const CODE = 'R1';
const plan = {
  ...reading.plan,
  focusAreas: reading.plan.focusAreas.filter(({ targets }) => targets.some(({ code }) => code === CODE)),
};

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const PERIODS: readonly PeriodCode[] = ['2024-Q1', '2024-Q2', '2024-Q3'];

/** A linear congruential generator: the same seed gives the same publications. */
function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Three periods in some order, with some values corrected, one taken away, and some published again. */
function madeUp(random: (below: number) => number): PublishedHistory {
  const made = new PublishedHistory(plan);
  for (const period of PERIODS) made.publish(period, { series: {} });
  for (let times = 1 + random(4); times > 0; times--) {
    const period = PERIODS[random(PERIODS.length)]!;
    made.correctValue(CODE, period, random(6) === 0 ? null : `${random(900)}.${random(10)}`);
    made.publish(random(4) === 0 ? PERIODS[random(PERIODS.length)]! : period, { series: {} });
  }
  return made;
}

const targetIn = ({ areas }: PublishedReport) => areas.flatMap(({ targets }) => targets).find((t) => t.code === CODE)!;

/** What the feed and the banners say of a value: `var … är …`, for every value that is not what it was. */
it(`says of each value what it was and is, and of no other (seed ${seed})`, () => {
  const random = randomFrom(seed);
  let told = 0;
  for (let nth = 0; nth < 40; nth++) {
    const made = madeUp(random);
    const site = reportSite(made.reports.map((report) => ({ report, sha256: '', files: [] })))!;
    const now = targetIn(site.current);
    const says = (target: typeof now, period: PeriodCode): string => {
      const value = target.series.find((point) => point.period === period)?.value ?? null;
      return value === null ? 'uppgift saknas' : quantityText(value, target.indicator, 'sv');
    };
    for (const report of made.reports) {
      const frozen = targetIn(report);
      const changed = PERIODS.filter((period) => period <= report.period).flatMap((period) => {
        const [was, is] = [says(frozen, period), says(now, period)];
        return was === is ? [] : [{ what: `Utfall ${periodText(period, 'sv')}`, was, is }];
      });
      const said = overtakenIn(report, site.word, made.reports)
        .filter(({ what, targetCode }) => targetCode === CODE && what.sv.startsWith('Utfall'))
        .map(({ what, values }) => ({ what: what.sv, was: values?.was.sv, is: values?.is.sv }));
      expect(said).toEqual(changed);
      told += said.length;
    }
  }
  expect(told).toBeGreaterThan(40);
});
