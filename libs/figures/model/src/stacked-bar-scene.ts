import { type Decimal, isolated } from '@malspar/shared-model';
import { type Box, hatch, round, textureLines, TEXTURES } from './geometry.js';
import type { Language } from './language.js';
import { quantityText, type Unit } from './numbers.js';
import { type DrawnPart, drawnParts, shareText } from './parts.js';
import type { Mark, Scene, Stop } from './scene.js';
import { provisionalKey, provisionalWord } from './series-marks.js';
import { textWidth, wrapText } from './text-width.js';

export interface PartsChart extends Unit {
  readonly id: string;
  readonly name: string;
  readonly total: Decimal;
  readonly parts: readonly { readonly label: string; readonly value: Decimal }[];
  /** Whether the figure may still be adjusted. */
  readonly provisional: boolean;
  readonly language: Language;
  readonly width?: number;
}

const WORDS = {
  sv: { of: 'av' },
  en: { of: 'of' },
} as const;

const FONT = 13;
const BAR = { y: 20, h: 34 };
/** Along the lower edge of what is provisional; the ground between keeps it apart from the texture. */
const HATCHED = { h: 9, gap: 2 };
const FIRST_ROW = 84;
const LINE = 17;
const ROW_GAP = 7;
const SWATCH = { w: 26, h: 14 };
const TEXT_AT = SWATCH.w + 30;
/** Letters above the bar stand at least so far apart. */
const LETTER = 11;

interface Row {
  readonly part: DrawnPart;
  readonly letter: string;
  readonly lines: readonly string[];
  readonly value: string;
  readonly share: string;
  /** Where its first line stands, and where its value does. */
  readonly y: number;
  readonly valueY: number;
}

/**
 * The parts of one figure in one bar, largest first. Each part has a texture of its own and a letter at the bar, and a
 * row below with its name, value and share, so that none needs its colour to be told apart. What is provisional is hatched
 * along its lower edge.
 */
export function stackedBarScene(chart: PartsChart): Scene {
  const width = chart.width ?? 640;
  const parts = drawnParts(chart.parts, chart.language);
  const sum = parts.reduce((total, part) => total + Number(part.value), 0);
  const rows = rowsOf(parts, sum, chart, width);
  const last = rows.at(-1);
  const segments = segmentsOf(parts, sum, width);
  const note = chart.provisional ? ` (${provisionalWord(chart.language)})` : '';
  const stops = rows.map(({ part, letter, value, share }, index): Stop => ({
    ...(segments[index] ?? { x: 0, y: BAR.y, w: 1, h: BAR.h }),
    says: `${letter}, ${isolated(part.label)}: ${value}, ${share} ${WORDS[chart.language].of} ${quantity(chart.total, chart)}${note}`,
  }));
  return {
    id: chart.id,
    width,
    height: last ? Math.max(last.valueY, last.y + LINE * (last.lines.length - 1)) + 8 : BAR.y + BAR.h,
    title: chart.name,
    desc: stops.map(({ says }) => says).join('. '),
    marks: [
      ...segments.flatMap((segment, index) => segmentMarks(segment, index, chart)),
      ...(chart.provisional ? provisionalKey({ right: width, y: BAR.y + BAR.h + 14 }, chart.language) : []),
      ...letters(segments, rows, width),
      ...rows.flatMap((row, index) => rowMarks(row, index, width)),
    ],
    stops,
  };
}

const quantity = (value: Decimal, chart: PartsChart): string => quantityText(value, chart, chart.language);

/** Side by side from the left, with the ground between them. */
function segmentsOf(parts: readonly DrawnPart[], sum: number, width: number): Box[] {
  let at = 0;
  return parts.map(({ value }) => {
    const w = sum > 0 ? (Number(value) / sum) * width : 0;
    const segment = { x: round(at), y: BAR.y, w: round(Math.max(w - 2, Math.min(w, 1))), h: BAR.h };
    at += w;
    return segment;
  });
}

function segmentMarks(box: Box, index: number, { provisional }: PartsChart): Mark[] {
  if (!provisional || box.w <= 0) return partMarks(box, index, 6);
  const edge = { ...box, y: box.y + box.h - HATCHED.h, h: HATCHED.h };
  return [
    ...partMarks({ ...box, h: box.h - HATCHED.h - HATCHED.gap }, index, 6),
    { kind: 'rect', ...edge, role: `part-${index}` },
    { kind: 'path', d: hatch(edge.x, edge.y, edge.w, edge.h, 5), role: 'hatch-edge' },
  ];
}

function partMarks(box: Box, index: number, step: number): Mark[] {
  if (box.w <= 0) return [];
  const texture = TEXTURES[index] ?? 'plain';
  const d = textureLines(texture, box, step);
  return [
    { kind: 'rect', ...box, role: `part-${index}` },
    ...(d === '' ? [] : [{ kind: 'path', d, role: 'part-texture' } as const]),
  ];
}

/** A letter above each part's middle, pushed to the right where two would run into each other. */
function letters(segments: readonly Box[], rows: readonly Row[], width: number): Mark[] {
  let free = 0;
  const places = segments.map(({ x, w }) => (free = Math.max(free, x + w / 2 - LETTER / 2) + LETTER) - LETTER / 2);
  // What was pushed over the edge comes back, and pushes those before it.
  let edge = width - LETTER / 2;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index] ?? 0, edge);
    edge = (places[index] ?? 0) - LETTER;
  }
  return rows.map(({ letter }, index) => ({
    kind: 'text',
    x: round(places[index] ?? 0),
    y: BAR.y - 6,
    text: letter,
    role: 'label-strong',
    anchor: 'middle',
  }));
}

function rowsOf(parts: readonly DrawnPart[], sum: number, chart: PartsChart, width: number): Row[] {
  const values = parts.map(({ value }) => quantity(value, chart));
  const shares = parts.map(({ value }) => shareText(sum > 0 ? Number(value) / sum : 0, chart.language));
  const beside = width - TEXT_AT - columns(values, shares) - 12;
  // Where a word does not fit beside its value, all values stand on lines of their own.
  const isBeside = parts.every(({ label }) => label.split(' ').every((word) => textWidth(word, FONT) <= beside));
  const room = isBeside ? beside : width - TEXT_AT;
  let y = FIRST_ROW + (chart.provisional ? ROW_GAP : 0);
  return parts.map((part, index) => {
    const lines = wrapText(part.label, room, FONT);
    const row = {
      part,
      letter: String.fromCharCode(65 + index),
      lines,
      value: values[index] ?? '',
      share: shares[index] ?? '',
      y,
      valueY: isBeside ? y : y + LINE * lines.length,
    };
    y += LINE * (lines.length + (isBeside ? 0 : 1)) + ROW_GAP;
    return row;
  });
}

const SHARE_WIDTH = 48;
const columns = (values: readonly string[], shares: readonly string[]): number =>
  Math.max(0, ...values.map((each) => textWidth(each, FONT, 'strong'))) +
  Math.max(SHARE_WIDTH, ...shares.map((each) => textWidth(each, FONT) + 12));

function rowMarks(row: Row, index: number, width: number): Mark[] {
  const { letter, lines, value, share, y, valueY } = row;
  const swatch = { x: 0, y: y - SWATCH.h + 3, ...SWATCH };
  return [
    ...partMarks(swatch, index, 5),
    { kind: 'text', x: SWATCH.w + 8, y, text: letter, role: 'label-strong' },
    ...lines.map((text, line): Mark => ({
      kind: 'text',
      x: TEXT_AT,
      y: y + line * LINE,
      text,
      role: 'label',
      isPlans: true,
    })),
    { kind: 'text', x: width - SHARE_WIDTH, y: valueY, text: value, role: 'label-strong', anchor: 'end' },
    { kind: 'text', x: width, y: valueY, text: share, role: 'label', anchor: 'end' },
  ];
}
