import type { ComparableValue, Decimal } from '@malspar/shared-model';
import { scaleLinear } from 'd3-scale';
import { hatch, round } from './geometry.js';
import { basisText } from './basis-words.js';
import { quantityText, type Unit } from './numbers.js';
import type { Language } from './language.js';
import type { Mark, Role, Scene, Stop } from './scene.js';
import { textWidth } from './text-width.js';

export interface BulletChart extends Unit {
  readonly id: string;
  readonly name: string;
  readonly baseline: { readonly value: Decimal; readonly year: number | null };
  readonly target: { readonly value: Decimal; readonly year: number };
  /** The latest value that may be set against both; null while there is none. */
  readonly latest: ComparableValue | null;
  /** Where an even pace from the baseline to the target would be now; null where there is no such pace. */
  readonly evenPace: Decimal | null;
  readonly language: Language;
  readonly width?: number;
}

interface Words {
  readonly baseline: string;
  readonly target: string;
  readonly evenPace: string;
  readonly provisional: string;
  readonly noValue: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  sv: {
    baseline: 'Utgångsvärde',
    target: 'Mål',
    evenPace: 'Vid jämn takt',
    provisional: 'preliminärt',
    noValue: 'Inget värde för ett helt år ännu',
  },
  en: {
    baseline: 'Baseline',
    target: 'Target',
    evenPace: 'At an even pace',
    provisional: 'provisional',
    noValue: 'No value for a whole year yet',
  },
};

const FONT = 13;
const EDGE = 3;
const TRACK = { y: 22, h: 18 };
const BAR = { y: 26, h: 10 };
const FIRST_ROW = 60;
const ROW = 17;
/** How far outside the way from baseline to target a value may lie before it is drawn at the edge, with an arrow. */
const REACH = { low: -0.25, high: 1.25 };

interface Item {
  readonly at: number;
  readonly says: string;
  /** What is written: shorter, at last without the unit, where it would not fit. */
  readonly text: string;
  readonly role: Role;
}

/**
 * The way from the baseline (left) to the target (right), however the figures run: how far one has come, and where an
 * even pace would be. A value outside the way widens it a little, then is drawn at the edge with an arrow.
 */
export function bulletScene(chart: BulletChart): Scene {
  const width = chart.width ?? 640;
  const x = placing(chart, width);
  const items = itemsBelow(chart, x, width);
  const rows = inRows(items, width);
  const height = FIRST_ROW + ROW * (Math.max(...rows.map(({ row }) => row)) + 1) - FONT;
  const now = latestItem(chart, x, width);
  return {
    id: chart.id,
    width,
    height,
    title: chart.name,
    desc: [now, ...items].map((item) => item.says).join('. '),
    marks: [
      { kind: 'rect', x: 0, y: TRACK.y, w: width, h: TRACK.h, role: 'track' },
      ...bar(chart, x, width),
      ...(chart.evenPace === null ? [] : [tick(x(chart.evenPace), 4, 'today')]),
      tick(x(chart.baseline.value), 2, 'axis'),
      tick(x(chart.target.value), 6, 'target'),
      label(now, inside(now, width), 13),
      ...rows.map(({ item, left, row }) => label(item, left, FIRST_ROW + ROW * row)),
    ],
    stops: [now, ...items].map((item): Stop => ({
      x: round(Math.max(0, item.at - 8)),
      y: TRACK.y - 6,
      w: 16,
      h: TRACK.h + 12,
      says: item.says,
    })),
  };
}

/** From a value to its place. Progress always runs to the right, also where the figures are to fall. */
function placing(chart: BulletChart, width: number): (value: Decimal) => number {
  const [start, end] = [Number(chart.baseline.value), Number(chart.target.value)];
  const all = [chart.latest?.value, chart.evenPace].flatMap((value) => (value ? [Number(value)] : []));
  // A target that is to stay at its baseline has no way to go: then the figures stand about the middle.
  const span = Math.max(...all.map((value) => Math.abs(value - start)), Math.abs(start) / 10, 1);
  const share =
    start === end
      ? (value: number): number => 0.5 + (value - start) / (4 * span)
      : (value: number): number => (value - start) / (end - start);
  const shares = all.map((value) => share(value));
  const low = Math.max(REACH.low, Math.min(0, ...shares));
  const high = Math.min(REACH.high, Math.max(1, ...shares));
  const scale = scaleLinear()
    .domain([low, high])
    .range([EDGE, width - EDGE])
    .clamp(true);
  return (value) => scale(share(Number(value)));
}

function bar(chart: BulletChart, x: (value: Decimal) => number, width: number): Mark[] {
  if (!chart.latest) return [];
  const [from, to] = [x(chart.baseline.value), x(chart.latest.value)];
  const box = { x: round(Math.min(from, to)), y: BAR.y, w: round(Math.max(Math.abs(to - from), 2)), h: BAR.h };
  const marks: Mark[] = [{ kind: 'rect', ...box, role: 'bar' }];
  if (chart.latest.provisional) {
    marks.push({ kind: 'path', d: hatch(box.x, box.y, box.w, box.h), role: 'hatch-edge' });
  }
  const middle = BAR.y + BAR.h / 2;
  if (to >= width - EDGE) marks.push({ kind: 'path', d: `M${width - 8} ${middle - 8}l6 8l-6 8`, role: 'today' });
  if (to <= EDGE && from > EDGE) marks.push({ kind: 'path', d: `M8 ${middle - 8}l-6 8l6 8`, role: 'today' });
  return marks;
}

const tick = (at: number, over: number, role: Role): Mark => ({
  kind: 'path',
  d: `M${round(at)} ${TRACK.y - over}v${TRACK.h + 2 * over}`,
  role,
});

const figure = (chart: BulletChart, value: Decimal, unit: string): string =>
  quantityText(value, { ...chart, unit }, chart.language);

/** Written in the longest of its forms that fits; the first says all. */
function item(
  width: number,
  place: Pick<Item, 'at' | 'role'>,
  [says, ...shorter]: readonly [string, ...string[]],
): Item {
  const fits = [says, ...shorter].find((each) => textLength(each, place.role) <= width);
  return { ...place, says, text: fits ?? shorter.at(-1) ?? says };
}

function latestItem(chart: BulletChart, x: (value: Decimal) => number, width: number): Item {
  const words = WORDS[chart.language];
  const { latest } = chart;
  if (!latest) return item(width, { at: x(chart.baseline.value), role: 'label' }, [words.noValue]);
  const note = latest.provisional ? `, ${words.provisional}` : '';
  const when = `(${basisText(latest, chart.language)}${note})`;
  const value = figure(chart, latest.value, chart.unit);
  // What it is the value of stands in the caption, too: that is left out before the unit is.
  const forms = [`${value} ${when}`, value, figure(chart, latest.value, '')] as const;
  return item(width, { at: x(latest.value), role: 'label-strong' }, forms);
}

function itemsBelow(chart: BulletChart, x: (value: Decimal) => number, width: number): Item[] {
  const words = WORDS[chart.language];
  const { baseline, target, evenPace } = chart;
  const named = (value: Decimal, name: string, role: Role): Item =>
    item(width, { at: x(value), role }, [
      `${name}: ${figure(chart, value, chart.unit)}`,
      `${name}: ${figure(chart, value, '')}`,
    ]);
  return [
    named(baseline.value, baseline.year === null ? words.baseline : `${words.baseline} ${baseline.year}`, 'label'),
    named(target.value, `${words.target} ${target.year}`, 'target-label'),
    ...(evenPace === null ? [] : [named(evenPace, words.evenPace, 'label')]),
  ];
}

const textLength = (text: string, role: Role): number => textWidth(text, FONT, role === 'label' ? 'regular' : 'strong');
const long = ({ text, role }: Item): number => textLength(text, role);

/** Where a label starts that stands under its place, but within the drawing. */
const inside = (item: Item, width: number): number =>
  Math.max(0, Math.min(width - long(item), item.at - long(item) / 2));

/** Labels that would run into each other stand in rows of their own. */
function inRows(items: readonly Item[], width: number): { item: Item; left: number; row: number }[] {
  const taken: { from: number; to: number }[][] = [];
  return items.map((item) => {
    const left = inside(item, width);
    const right = left + long(item) + 14;
    let row = 0;
    while (taken[row]?.some(({ from, to }) => left < to && from < right)) row += 1;
    (taken[row] ??= []).push({ from: left, to: right });
    return { item, left, row };
  });
}

const label = ({ text, role }: Item, left: number, y: number): Mark => ({
  kind: 'text',
  x: round(left),
  y,
  text,
  role,
});
