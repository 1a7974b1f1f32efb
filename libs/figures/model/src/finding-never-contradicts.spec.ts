import {
  type Cadence,
  comparableValue,
  type Covers,
  type Direction,
  meaningFits,
  type QuantityKind,
  standingOf,
  type ValueInSeries,
  type YearFrom,
} from '@malspar/shared-model';
import { bulletScene } from './bullet-scene.js';
import { figureOfTargets } from './figures/figure-of-targets.js';
import { findingCaption, type FindingIndicator } from './finding.js';
import { hasWay, progressFinding } from './finding-of-progress.js';
import { targetsFinding } from './finding-of-targets.js';
import {
  allStandings,
  anOracle,
  aNumber,
  type MadeUp,
  pick,
  type Random,
  randomFrom,
  units,
} from './testing/made-up-series.js';

/**
 * Made-up series of every kind, cadence and direction, against an oracle of its own that reckons in whole numbers: what
 * the sentence, the bar and the word about the target say never contradicts the numbers.
 */
const COUNT = 10_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const CADENCES: readonly Cadence[] = ['quarter', 'tertial', 'year'];
const COVERS: readonly (Covers | null)[] = ['period', 'year_to_date', 'rolling_twelve_months', 'point_in_time', null];
const YEAR_FROM: readonly (YearFrom | null)[] = ['sum', 'mean', 'weighted_mean', 'last', 'reported', null];
const KINDS: readonly (QuantityKind | null)[] = [
  'level',
  'share',
  'index',
  'change_since_base',
  'change_per_year',
  null,
];
const DIRECTIONS: readonly Direction[] = ['decrease', 'increase', 'reach'];
const UNITS: Readonly<Record<QuantityKind, string>> = {
  level: 'ton',
  share: '%',
  index: 'index (2019 = 100)',
  change_since_base: '%',
  change_per_year: '% per år',
};

function madeUp(random: Random): MadeUp {
  const cadence = pick(random, CADENCES);
  const quantityKind = pick(random, KINDS);
  let [covers, yearFrom] = [pick(random, COVERS), pick(random, YEAR_FROM)];
  while (covers && yearFrom && !meaningFits(covers, yearFrom, quantityKind ?? undefined)) {
    [covers, yearFrom] = [pick(random, COVERS), pick(random, YEAR_FROM)];
  }
  const decimals = Math.floor(random() * 4);
  const isChange = quantityKind === 'change_since_base' || quantityKind === 'change_per_year';
  const number = (): string => aNumber(random, decimals + (random() < 0.1 ? 1 : 0), isChange || random() < 0.1);
  const periods = (year: number): string[] =>
    cadence === 'year'
      ? [String(year)]
      : Array.from(
          { length: cadence === 'quarter' ? 4 : 3 },
          (_, n) => `${year}-${cadence === 'quarter' ? 'Q' : 'T'}${n + 1}`,
        );
  const still = random() < 0.1 ? number() : null;
  const series = [2023, 2024, 2025]
    .flatMap(periods)
    .slice(0, 3 + Math.floor(random() * 12))
    .map((period): ValueInSeries & { provisional: boolean } => ({
      period,
      value: random() < 0.08 ? null : (still ?? number()),
      provisional: random() < 0.1,
    }));
  if (cadence !== 'year' && random() < 0.3) series.push({ period: '2024', value: number(), provisional: false });
  const baseline = random() < 0.1 ? null : quantityKind === 'change_since_base' ? '0' : (still ?? number());
  const indicator: FindingIndicator = {
    ...{ kind: 'numeric', cadence, covers, yearFrom, quantityKind, decimals, milestones: [] },
    yearWeights:
      yearFrom === 'weighted_mean' && random() < 0.8
        ? periods(2024).map(() => String(1 + Math.floor(random() * 9)))
        : null,
    unit: quantityKind === null ? 'ton' : UNITS[quantityKind],
    ...{ baseline, baselineYear: baseline === null ? null : 2019 },
    direction: pick(random, DIRECTIONS),
  };
  const target = random() < 0.1 ? null : number();
  const asOf = pick(random, [undefined, '2024', '2025', '2024-Q4', '2025-T2'] as const);
  return { indicator, series, target, asOf };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

const NUMBER = String.raw`(-?[\d ]+(?:,\d+)?)`;

/** In the overview a year's value heads its panel and stands beside years' values alone; a period's beside periods'. */
function panelContradicts(made: MadeUp): string | null {
  const { indicator, series, target, asOf } = made;
  const points = series.map((point) => ({ ...point, provisional: point.provisional === true }));
  const one = { indicator: { ...indicator, name: 'x' }, targetValue: target, targetYear: 2025, series: points };
  const targets = ['A', 'B'].map((code) => ({ ...one, code }));
  const says = plain(figureOfTargets({ slug: 'x', targets }, 'sv', asOf)?.drawing?.wide.stops[0]?.says ?? '');
  if (says === '') return null;
  const [now, first] = ['x: ', ', var '].map((lead) => new RegExp(lead + NUMBER).exec(says)?.[1]);
  const shown = [now, first].flatMap((text) => (text ? [units(text.replaceAll(' ', '').replace(',', '.'))] : []));
  const years = allStandings(made);
  const isJudged = anOracle(made).value !== null;
  const single = series.flatMap(({ value }) => (value === null ? [] : [units(value)]));
  if (shown.length === 0) return `no number in ${says}`;
  if (isJudged && shown[0] !== anOracle(made).value) return `not headed by the value that is judged: ${says}`;
  return shown.every((each) => (isJudged ? years : single).includes(each)) ? null : `unlike beside each other: ${says}`;
}

/** What is wrong with what is said of a made-up series; null when nothing is. */
function contradiction(made: MadeUp): string | null {
  const { indicator, series, target, asOf } = made;
  const oracle = anOracle(made);
  const points = series.map((point) => ({ ...point, provisional: point.provisional === true }));
  const aim = { targetValue: target, targetYear: 2025 };
  const caption = plain(findingCaption(indicator, points, aim, 'sv', asOf));
  const english = plain(findingCaption(indicator, points, aim, 'en', asOf));
  if (/undefined|NaN|Infinity|null/.test(caption + english)) return `words that are none: ${caption} / ${english}`;
  const value = comparableValue(indicator, series, asOf);
  if ((value === null) !== (oracle.value === null)) return `compared where it must not be, or not where it could`;
  const says = (pattern: RegExp): boolean => pattern.test(caption);
  if (oracle.value === null) {
    if (says(/^(Har|Är oförändrat|Är som)/)) return 'a change is told of what cannot be compared';
    return null;
  }
  if (oracle.baseline !== null) {
    const way = says(/^Har ökat|^Är .*högre/)
      ? 1
      : says(/^Har minskat|^Är .*lägre/)
        ? -1
        : says(/^Är (oförändrat|som)/)
          ? 0
          : null;
    if (way !== oracle.moved) return `says ${way}, numbers say ${oracle.moved}`;
    const inEnglish = /^Has increased|^Is .*higher/.test(english)
      ? 1
      : /^Has decreased|^Is .*lower/.test(english)
        ? -1
        : 0;
    if (inEnglish !== oracle.moved) return `English says ${inEnglish}, numbers say ${oracle.moved}`;
    const lately = says(/senaste året har det ökat/) ? 1 : says(/senaste året har det minskat/) ? -1 : null;
    if (lately !== (oracle.turned ?? null))
      return `the last year is said to be ${lately}, numbers say ${oracle.turned}`;
    const percent = /^Har (?:ökat|minskat) ([\d ,]+) % sedan/.exec(caption);
    if (percent && indicator.quantityKind !== 'change_since_base' && !oracle.hasRatio) return 'a ratio across zero';
    if (percent?.[1] && /^[0, ]+$/.test(percent[1])) return 'a change of nothing';
  }
  // Of a target that lies the other way than the value has moved the way alone is told.
  if (target !== null && !says(/är att (öka|minska) med/)) {
    if (says(/målet till 2025, [^;]*, är nått/) !== oracle.reached) return `met or not: ${caption}`;
    if (/the target for 2025, [^;]*, has been met/.test(english) !== oracle.reached) return `met or not: ${english}`;
  }
  return barContradicts(made, oracle);
}

function barContradicts(
  { indicator, series, target, asOf }: MadeUp,
  oracle: ReturnType<typeof anOracle>,
): string | null {
  const latest = comparableValue(indicator, series, asOf);
  if (!latest || target === null) return null;
  const { baseline, decimals } = indicator;
  const standing = standingOf(latest.value, indicator, target, decimals);
  if ((standing === 'reached') !== oracle.reached) return `${standing}, but the numbers say ${oracle.reached}`;
  const word = targetsFinding([{ indicator, target, latest: latest.value }], 'sv');
  if (word.includes('har nått') !== oracle.reached) return `${word}, but the numbers say ${oracle.reached}`;
  if (baseline === null || !hasWay(indicator, target)) return null;
  const goal = { value: target, year: 2025 };
  const said = plain(progressFinding({ indicator: { ...indicator, baseline }, target: goal, latest }, 'sv'));
  if (said.startsWith('Har nått') !== oracle.reached) return `${said}, but the numbers say ${oracle.reached}`;
  const share = /kommit (mindre än 1|\d+) %/.exec(said)?.[1];
  if (share && share !== 'mindre än 1' && BigInt(share) !== oracle.percent) return `${share} % for ${oracle.percent}`;
  if (share === 'mindre än 1' && oracle.percent !== 0n) return `less than 1 % for ${oracle.percent}`;
  if (said.startsWith('Är längre') !== (!oracle.reached && oracle.away)) return `${said}, but away is ${oracle.away}`;
  const scene = bulletScene({
    ...{ id: 'x', name: 'x', unit: indicator.unit, decimals, evenPace: null, language: 'sv' },
    ...{ baseline: { value: baseline, year: 2019 }, target: goal, latest },
  });
  const bar = scene.marks.filter((mark) => mark.kind === 'rect').find(({ role }) => role === 'bar');
  const ticks = scene.marks.filter((mark) => mark.kind === 'path');
  const placeOf = (role: string): number =>
    Number(/^M([\d.]+)/.exec(ticks.find((mark) => mark.role === role)?.d ?? '')?.[1]);
  if (!bar) return 'no bar of a value';
  const [start, end] = [placeOf('axis'), placeOf('target')];
  const full = bar.x + bar.w >= end - 0.02 && bar.x <= start + 0.02;
  if (oracle.reached && !full) return `reached, but the bar ends at ${bar.x + bar.w} of ${end}`;
  if (!oracle.reached && oracle.percent !== null && oracle.percent >= 0n) {
    const length = (100 * bar.w) / (end - start);
    const slack = 250 / (end - start);
    const percent = Number(oracle.percent);
    if (length < percent - slack || length > percent + 1 + slack) return `a bar of ${length} % for ${percent}`;
  }
  // Two pixels is the least that can be seen, and so the most that a bar may be too long.
  if (!oracle.reached && bar.x + bar.w > end + 2) return `not reached, but the bar is full`;
  return null;
}

it(`sentence, bar and word never contradict the numbers: ${COUNT} series, seed ${seed}`, () => {
  const random = randomFrom(seed);
  const found: string[] = [];
  const compared = new Map<string, number>();
  for (let n = 0; n < COUNT && found.length < 5; n++) {
    const made = madeUp(random);
    const wrong = contradiction(made) ?? (n % 10 === 0 ? panelContradicts(made) : null);
    if (wrong !== null) found.push(`${wrong}: ${JSON.stringify(made)}`);
    if (anOracle(made).value !== null) {
      const kind = `${made.indicator.cadence} ${made.indicator.quantityKind}`;
      compared.set(kind, (compared.get(kind) ?? 0) + 1);
    }
  }
  expect(found).toEqual([]);
  // Each kind was really put to the test.
  expect(compared.size).toBe(CADENCES.length * KINDS.length);
});
