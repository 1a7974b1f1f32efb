import { parsePeriod, type Decimal } from '@malspar/shared-model';
import { scalePoint } from 'd3-scale';
import { round } from './geometry.js';
import type { Language } from './language.js';
import { isPercent, percentText, quantityText, type Unit } from './numbers.js';
import { periodText } from './period-words.js';
import type { Mark, Scene, Stop } from './scene.js';
import { numbersOf, pointMark, seriesMarks, type SeriesPoint, valueScale } from './series-marks.js';
import { textWidth, wrapText } from './text-width.js';

/** One target among the others. */
export interface SmallMultiple extends Unit {
  readonly code: string;
  readonly name: string;
  /** Oldest first, all of one cadence, at least one with a value. */
  readonly points: readonly SeriesPoint[];
  readonly target: { readonly value: Decimal; readonly year: number } | null;
}

export interface SmallMultiples {
  readonly id: string;
  readonly name: string;
  readonly items: readonly SmallMultiple[];
  readonly language: Language;
  readonly width?: number;
}

const WORDS = {
  sv: {
    scale: (from: string, to: string) => `Skala ${from} till ${to}`,
    latest: (value: string, period: string) => `${value} (${period})`,
    first: (value: string, period: string) => `var ${value} ${period}`,
    target: (value: string, year: number) => `målet ${year} är ${value}`,
  },
  en: {
    scale: (from: string, to: string) => `Scale ${from} to ${to}`,
    latest: (value: string, period: string) => `${value} (${period})`,
    first: (value: string, period: string) => `was ${value} in ${period}`,
    target: (value: string, year: number) => `the target for ${year} is ${value}`,
  },
} as const;

const FONT = 13;
const LINE = 16;
const GUTTER = 28;
const ROW_GAP = 26;
const PLOT = 64;
const AROUND = 6;

interface Panel {
  readonly item: SmallMultiple;
  readonly name: readonly string[];
  readonly scale: readonly string[];
  readonly says: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  /** The most lines that any name and any scale takes: so all plots of a row stand level. */
  readonly nameLines: number;
  readonly scaleLines: number;
}

/** Every target's series side by side, each of the same height and on a scale of its own, said in words beneath it. */
export function smallMultiplesScene(chart: SmallMultiples): Scene {
  const width = chart.width ?? 640;
  // Four stand better two by two than three and one.
  const columns = width >= 480 && chart.items.length !== 2 && chart.items.length !== 4 ? 3 : 2;
  const w = Math.floor((width - GUTTER * (columns - 1)) / columns);
  const panels = chart.items.map((item) => panelOf(item, chart.language, w));
  let y = 0;
  const placed = inRows(panels, columns).flatMap((row) => {
    const nameLines = Math.max(...row.map(({ name }) => name.length));
    const scaleLines = Math.max(...row.map(({ scale }) => scale.length));
    const top = y;
    y += heightOf(nameLines, scaleLines) + ROW_GAP;
    return row.map((panel, column) => ({
      panel,
      place: { x: column * (w + GUTTER), y: top, w, nameLines, scaleLines },
    }));
  });
  const stops = placed.map(({ panel, place }): Stop => ({
    x: place.x,
    y: place.y,
    w,
    h: heightOf(place.nameLines, place.scaleLines),
    says: panel.says,
  }));
  return {
    id: chart.id,
    width,
    height: Math.max(1, y - ROW_GAP + 4),
    title: chart.name,
    desc: stops.map(({ says }) => says).join('. '),
    marks: placed.flatMap(({ panel, place }) => panelMarks(panel, place, chart.language)),
    stops,
  };
}

function inRows<T>(items: readonly T[], columns: number): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < items.length; at += columns) rows.push(items.slice(at, at + columns));
  return rows;
}

const heightOf = (nameLines: number, scaleLines: number): number =>
  LINE * (1 + nameLines) + AROUND + PLOT + 4 + LINE * (1 + scaleLines);

const latestOf = ({ points }: SmallMultiple): SeriesPoint | undefined => points.findLast(({ value }) => value !== null);

function panelOf(item: SmallMultiple, language: Language, width: number): Panel {
  const words = WORDS[language];
  const figure = (value: Decimal): string => quantityText(value, item, language);
  const [first, latest] = [item.points.find(({ value }) => value !== null), latestOf(item)];
  const [from, to] = scaleOf(item, { base: PLOT, top: 0, language }).ends;
  const scale = words.scale(from, isPercent(item.unit) ? percentText(to, language) : withUnit(to, item));
  const said = [
    ...(latest?.value ? [words.latest(figure(latest.value), periodText(latest.period, language))] : []),
    ...(first?.value && first !== latest ? [words.first(figure(first.value), periodText(first.period, language))] : []),
    ...(item.target ? [words.target(figure(item.target.value), item.target.year)] : []),
  ];
  return {
    item,
    name: wrapText(item.name, width, FONT),
    scale: wrapText(scale, width, FONT),
    says: `${item.code}, ${item.name}: ${said.join(', ')}`,
  };
}

const withUnit = (number: string, { unit, quantityKind }: Unit): string =>
  unit === '' ? number : quantityKind === 'index' ? `${number}, ${unit}` : `${number} ${unit}`;

const scaleOf = (
  { points, target }: SmallMultiple,
  at: { readonly base: number; readonly top: number; readonly language: Language },
) => {
  const numbers = numbersOf({ points, target: target && { value: target.value, label: '' } });
  return valueScale(numbers, { ...at, count: 2 });
};

function panelMarks({ item, name, scale }: Panel, place: Place, language: Language): Mark[] {
  const { x, y, w, nameLines } = place;
  const top = y + LINE * (1 + nameLines) + AROUND;
  const base = top + PLOT;
  const right = x + w;
  const latest = latestOf(item);
  const said = latest?.value ? quantityText(latest.value, { ...item, unit: shortUnit(item.unit) }, language) : '';
  const fits = textWidth(item.code + said, FONT, 'strong') + 8 <= w;
  const { y: at } = scaleOf(item, { base: base - 4, top: top + 4, language });
  const periods = item.points.map(({ period }) => period);
  const along = scalePoint(periods, [x + 4, right - 6]);
  const when = (period: string): number => along(period) ?? x;
  return [
    { kind: 'text', x, y: y + 11, text: item.code, role: 'label-strong' },
    ...(fits ? [{ kind: 'text', x: right, y: y + 11, text: said, role: 'label-strong', anchor: 'end' } as const] : []),
    ...name.map((text, line): Mark => ({ kind: 'text', x, y: y + 11 + LINE * (line + 1), text, role: 'label' })),
    { kind: 'path', d: `M${x} ${base}H${right}`, role: 'axis' },
    ...(item.target
      ? [{ kind: 'path', d: `M${x} ${round(at(Number(item.target.value)))}H${right}`, role: 'target' } as const]
      : []),
    ...seriesMarks(item.points, when, at),
    ...(latest?.value ? [pointMark(when(latest.period), at(Number(latest.value)), latest.provisional)] : []),
    ...years(item, x, right, base + 4 + 11),
    ...scale.map((text, line): Mark => ({
      kind: 'text',
      x,
      y: base + 4 + 11 + LINE * (line + 1),
      text,
      role: 'label',
    })),
  ];
}

/** Beside a number that heads a panel, the unit must be short; the scale beneath has it whole. */
const shortUnit = (unit: string): string => (isPercent(unit) ? '%' : unit.length > 8 ? '' : unit);

function years({ points }: SmallMultiple, left: number, right: number, y: number): Mark[] {
  const [first, last] = [points[0], points.at(-1)].map((point) => point && String(parsePeriod(point.period).year));
  if (!first || !last) return [];
  if (first === last) return [{ kind: 'text', x: left, y, text: first, role: 'label' }];
  return [
    { kind: 'text', x: left, y, text: first, role: 'label' },
    { kind: 'text', x: right, y, text: last, role: 'label', anchor: 'end' },
  ];
}
