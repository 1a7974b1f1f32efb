/** A coordinate with two decimals: enough for print, short in a file. */
export const round = (n: number): number => Math.round(n * 100) / 100;

/** A rectangle in a scene, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** 45° lines within a rectangle as one path. Needs no pattern, id or url, so every renderer draws it alike. */
export function hatch(x: number, y: number, width: number, height: number, step = 5): string {
  return slanted({ x, y, w: width, h: height }, step, false);
}

function slanted({ x, y, w, h }: Box, step: number, falling: boolean): string {
  let path = '';
  for (let c = step; c < w + h; c += step) {
    const from = Math.max(0, c - h);
    const to = Math.min(w, c);
    const [start, end] = falling ? [x + w - from, x + w - to] : [x + from, x + to];
    path += `M${round(start)} ${round(y + c - from)}L${round(end)} ${round(y + c - to)}`;
  }
  return path;
}

function upright({ x, y, w, h }: Box, step: number): string {
  let path = '';
  for (let at = step; at < w; at += step) path += `M${round(x + at)} ${round(y)}v${round(h)}`;
  return path;
}

function level({ x, y, w, h }: Box, step: number): string {
  let path = '';
  for (let at = step; at < h; at += step) path += `M${round(x)} ${round(y + at)}h${round(w)}`;
  return path;
}

/** How an area is told apart from its neighbours without colour; the first has no lines at all. */
export const TEXTURES = ['plain', 'rising', 'upright', 'falling', 'level', 'crossed'] as const;
export type Texture = (typeof TEXTURES)[number];

/** The lines of a texture within a rectangle as one path; empty for the plain one. */
export function textureLines(texture: Texture, box: Box, step = 6): string {
  switch (texture) {
    case 'plain':
      return '';
    case 'rising':
      return slanted(box, step, false);
    case 'falling':
      return slanted(box, step, true);
    case 'upright':
      return upright(box, step);
    case 'level':
      return level(box, step);
    case 'crossed':
      return slanted(box, step, false) + slanted(box, step, true);
  }
}

export const circle = (x: number, y: number, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
