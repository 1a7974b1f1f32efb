import { type Decimal, isolated, parsePeriod } from '@malspar/shared-model';
import { scalePoint } from 'd3-scale';
import { round } from './geometry.js';
import type { Language } from './language.js';
import { isPercent, percentText, quantityText, type Unit } from './numbers.js';
import type { Mark, Scene, Stop } from './scene.js';
import { numbersOf, pointMark, seriesMarks, type SeriesPoint, valueScale } from './series-marks.js';
import { textWidth, wrapText } from './text-width.js';

/** A value of a panel, with what it is the value of in words. */
export interface PanelPoint extends SeriesPoint {
  readonly of: string;
}

/** One target among the others. */
export interface SmallMultiple extends Unit {
  readonly code: string;
  readonly name: string;
  /** Oldest first, all made in one way so that they may be set against each other; at least one with a value. */
  readonly points: readonly PanelPoint[];
  /** Null where the points cannot be set against it. */
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
    now: (value: string, of: string) => `${value} (${of})`,
    first: (value: string, of: string) => `var ${value} (${of})`,
    target: (value: string, year: number) => `målet ${year} är ${value}`,
  },
  en: {
    scale: (from: string, to: string) => `Scale ${from} to ${to}`,
    now: (value: string, of: string) => `${value} (${of})`,
    first: (value: string, of: string) => `was ${value} (${of})`,
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
  /** The number that heads the panel; empty where there is no room for it. */
  readonly head: string;
  /** What the number is the value of. */
  readonly basis: readonly string[];
  readonly name: readonly string[];
  readonly scale: readonly string[];
  readonly says: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  /** The most lines that any basis with its name and any scale takes: so all plots of a row stand level. */
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
    const nameLines = Math.max(...row.map(({ basis, name }) => basis.length + name.length));
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

const latestOf = ({ points }: SmallMultiple): PanelPoint | undefined => points.findLast(({ value }) => value !== null);

function panelOf(item: SmallMultiple, language: Language, width: number): Panel {
  const words = WORDS[language];
  const figure = (value: Decimal): string => quantityText(value, item, language);
  const [first, latest] = [item.points.find(({ value }) => value !== null), latestOf(item)];
  const head = latest?.value ? quantityText(latest.value, { ...item, unit: shortUnit(item.unit) }, language) : '';
  const fits = textWidth(item.code + head, FONT, 'strong') + 8 <= width;
  const [from, to] = scaleOf(item, { base: PLOT, top: 0, language }).ends;
  const scale = words.scale(from, isPercent(item.unit) ? percentText(to, language) : withUnit(to, item));
  const said = [
    ...(latest?.value ? [words.now(figure(latest.value), latest.of)] : []),
    ...(first?.value && first !== latest ? [words.first(figure(first.value), first.of)] : []),
    ...(item.target ? [words.target(figure(item.target.value), item.target.year)] : []),
  ];
  return {
    item,
    head: fits ? head : '',
    basis: fits && latest ? wrapText(latest.of, width, FONT) : [],
    name: wrapText(item.name, width, FONT),
    scale: wrapText(scale, width, FONT),
    says: `${item.code}, ${isolated(item.name)}: ${said.join(', ')}`,
  };
}

const withUnit = (number: string, { unit, quantityKind }: Unit): string =>
  unit === '' ? number : `${number}${quantityKind === 'index' ? ',' : ''} ${isolated(unit)}`;

const scaleOf = (
  { points, target }: SmallMultiple,
  at: { readonly base: number; readonly top: number; readonly language: Language },
) => {
  const numbers = numbersOf({ points, target: target && { value: target.value, label: '' } });
  return valueScale(numbers, { ...at, count: 2 });
};

function panelMarks({ item, head, basis, name, scale }: Panel, place: Place, language: Language): Mark[] {
  const { x, y, w, nameLines } = place;
  const top = y + LINE * (1 + nameLines) + AROUND;
  const lineAt = (line: number): number => y + 11 + LINE * (line + 1);
  const base = top + PLOT;
  const right = x + w;
  const latest = latestOf(item);
  const { y: at } = scaleOf(item, { base: base - 4, top: top + 4, language });
  const periods = item.points.map(({ period }) => period);
  const along = scalePoint(periods, [x + 4, right - 6]);
  const when = (period: string): number => along(period) ?? x;
  return [
    { kind: 'text', x, y: y + 11, text: item.code, role: 'label-strong' },
    ...(head ? [{ kind: 'text', x: right, y: y + 11, text: head, role: 'label-strong', anchor: 'end' } as const] : []),
    ...basis.map((text, line): Mark => {
      return { kind: 'text', x: right, y: lineAt(line), text, role: 'label', anchor: 'end' };
    }),
    ...name.map((text, line): Mark => ({
      kind: 'text',
      x,
      y: lineAt(basis.length + line),
      text,
      role: 'label',
      isPlans: true,
    })),
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
