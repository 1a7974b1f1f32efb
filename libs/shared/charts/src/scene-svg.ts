import type { Mark, Role, Scene } from './scene.js';

/** Presentation attributes by role; a role without its own takes those of its first word. */
export type Palette = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/**
 * The scene as SVG text that needs no stylesheet, for print and download: looks are presentation attributes, since
 * renderers of print know neither custom properties nor the page's classes.
 */
export function sceneToSvg(scene: Scene, palette: Palette = paper): string {
  const { width, height } = scene;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  const about = `<title>${escape(scene.title)}</title><desc>${escape(scene.desc)}</desc>`;
  return head + about + scene.marks.map((mark) => markToSvg(mark, looksOf(mark.role, palette))).join('') + '</svg>';
}

function markToSvg(mark: Mark, looks: string): string {
  switch (mark.kind) {
    case 'path':
      return `<path${looks} d="${escape(mark.d)}"${mark.at ? ` transform="translate(${mark.at.join(' ')})"` : ''}/>`;
    case 'rect':
      return `<rect${looks} x="${mark.x}" y="${mark.y}" width="${mark.w}" height="${mark.h}"/>`;
    case 'text': {
      const anchor = mark.anchor && mark.anchor !== 'start' ? ` text-anchor="${mark.anchor}"` : '';
      return `<text${looks} x="${mark.x}" y="${mark.y}"${anchor}>${escape(mark.text)}</text>`;
    }
  }
}

function looksOf(role: Role, palette: Palette): string {
  const looks = palette[role] ?? palette[role.split('-', 1).join()] ?? {};
  return Object.entries(looks)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
}

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
  'part-1': { fill: '#7fa58d' },
  'part-2': { fill: '#b98a3e' },
  'part-3': { fill: '#5c6b8a' },
  'verdict-fully': { fill: GREEN },
  'verdict-largely': { fill: '#5c8a6e' },
  'verdict-partly': { fill: '#a5761f' },
  'verdict-not': { fill: '#a3321f' },
  'verdict-none': { fill: '#e7e7df' },
  'verdict-sign': { ...line, stroke: PAPER, 'stroke-width': 2 },
};
