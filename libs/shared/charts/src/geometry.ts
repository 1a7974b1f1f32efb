/** A coordinate with two decimals: enough for print, short in a file. */
export const round = (n: number): number => Math.round(n * 100) / 100;

/** 45° lines within a rectangle as one path. Needs no pattern, id or url, so every renderer draws it alike. */
export function hatch(x: number, y: number, width: number, height: number, step = 5): string {
  let path = '';
  for (let c = step; c < width + height; c += step) {
    const from = Math.max(0, c - height);
    const to = Math.min(width, c);
    path += `M${round(x + from)} ${round(y + c - from)}L${round(x + to)} ${round(y + c - to)}`;
  }
  return path;
}

export const circle = (x: number, y: number, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
