import type { Role, Scene } from './scene.js';
import { type Attributes, type SceneElement, sceneElements } from './scene-elements.js';
import { escapeMarkup } from '@malspar/shared-model';

/** Presentation attributes by role; a role without its own takes those of its first word. */
export type Palette = Readonly<Record<string, Attributes>>;

/**
 * The scene as SVG text that needs no stylesheet, for print and download: looks are presentation attributes, since
 * renderers of print know neither custom properties nor the page's classes.
 */
export function sceneToSvg(scene: Scene, palette: Palette = paper): string {
  const { width, height } = scene;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  const about = `<title>${escapeMarkup(scene.title)}</title><desc>${escapeMarkup(scene.desc)}</desc>`;
  return (
    head +
    about +
    sceneElements(scene)
      .map((element) => elementToSvg(element, palette))
      .join('') +
    '</svg>'
  );
}

function elementToSvg({ tag, role, attributes, text }: SceneElement, palette: Palette): string {
  const start = `<${tag}${looksOf(role, palette)}${attributesToSvg(attributes)}`;
  return text === null ? `${start}/>` : `${start}>${escapeMarkup(text)}</${tag}>`;
}

const attributesToSvg = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');

const looksOf = (role: Role, palette: Palette): string =>
  attributesToSvg(palette[role] ?? palette[role.split('-', 1).join()] ?? {});

const text = { 'font-family': 'Source Sans 3', 'font-size': 13 };
const line = { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
const INK = '#1b1f1a';
const GREEN = '#1f5d3a';
const RUST = '#8a3b12';
const PAPER = '#ffffff';

/** Looks for paper: dark on white, told apart without colour. */
export const paper: Palette = {
  label: { ...text, fill: '#4a4f49' },
  'label-strong': { ...text, 'font-weight': 600, fill: INK },
  'target-label': {
    ...text,
    'font-weight': 600,
    fill: RUST,
    stroke: PAPER,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  },
  grid: { ...line, stroke: '#dcdcd4', 'stroke-width': 1 },
  axis: { ...line, stroke: '#6c716a', 'stroke-width': 1 },
  value: { ...line, stroke: GREEN, 'stroke-width': 2.25 },
  'value-provisional': { ...line, stroke: GREEN, 'stroke-width': 2.25, 'stroke-dasharray': '5 4' },
  hatch: { ...line, stroke: '#dcdcd4', 'stroke-width': 1 },
  'hatch-edge': { ...line, stroke: PAPER, 'stroke-width': 1.5 },
  target: { ...line, stroke: RUST, 'stroke-width': 1.75, 'stroke-dasharray': '8 4' },
  point: { fill: GREEN },
  'point-provisional': { fill: PAPER, stroke: GREEN, 'stroke-width': 1.75 },
  track: { fill: '#e7e7df' },
  bar: { fill: GREEN },
  today: { ...line, stroke: INK, 'stroke-width': 2 },
  'assessment-achieved': { ...line, stroke: GREEN, 'stroke-width': 2.25 },
  'assessment-on_track': { fill: GREEN },
  'assessment-uncertain': { fill: '#a5761f' },
  'assessment-will_not_reach': { fill: '#a3321f' },
  'assessment-not_started': { fill: PAPER, stroke: '#6c716a', 'stroke-width': 1.5 },
  'assessment-not_measured': { ...line, stroke: '#6c716a', 'stroke-width': 2 },
  'part-0': { fill: GREEN },
  'part-1': { fill: '#a5761f' },
  'part-2': { fill: '#5c6b8a' },
  'part-3': { fill: '#5c8a6e' },
  'part-4': { fill: '#8a5b6b' },
  'part-5': { fill: '#77786c' },
  'part-texture': { ...line, stroke: PAPER, 'stroke-width': 1.25 },
  'verdict-fully': { fill: GREEN },
  'verdict-largely': { fill: '#5c8a6e' },
  'verdict-partly': { fill: '#a5761f' },
  'verdict-not': { fill: '#a3321f' },
  'verdict-none': { fill: '#e7e7df' },
  'verdict-sign': { ...line, stroke: PAPER, 'stroke-width': 2 },
};
