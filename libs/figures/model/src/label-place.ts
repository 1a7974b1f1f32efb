import { round } from './geometry.js';

/** A place in a drawing, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Plot {
  /** What is drawn: pieces of a line, each from one point to the next; a lone point is a piece from itself to itself. */
  readonly pieces: readonly (readonly [from: Spot, to: Spot])[];
  /** The level line that is to be labelled. */
  readonly at: number;
  /** How wide the label is. */
  readonly long: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Above and below its line. */
const SIDES = [-7, 16] as const;
/** From the baseline of a text up to the top of its capitals, and down to the foot of its g:s. */
const ASCENT = 10;
const DESCENT = 3;
/** As much air as a point and the stroke of a line take. */
const AIR = 4;
/** As many places along the line as are tried when every corner is taken. */
const ALONG = 12;

/**
 * Where the label of a level line begins: in that corner of the line, above or below, left or right, that is farthest
 * from what is drawn; where every corner is drawn through, the best place along the line. Null where that is drawn
 * through, too: then the label has no place in the drawing.
 */
export function labelPlace(plot: Plot): Spot | null {
  const [first, last] = [plot.left, Math.max(plot.left, plot.right - plot.long)];
  const corners = best(plot, [last, first]);
  if (corners && corners.clearance >= AIR) return corners.spot;
  const anywhere = best(plot, [
    last,
    first,
    ...Array.from({ length: ALONG }, (_, nth) => first + ((last - first) * (nth + 1)) / (ALONG + 1)),
  ]);
  return anywhere && anywhere.clearance >= AIR ? anywhere.spot : null;
}

function best(plot: Plot, xs: readonly number[]): { readonly spot: Spot; readonly clearance: number } | undefined {
  const spots = xs
    .flatMap((x) => SIDES.map((side) => ({ x: round(x), y: round(plot.at + side) })))
    .filter(({ y }) => y - ASCENT >= plot.top && y + DESCENT <= plot.bottom)
    .map((spot) => ({ spot, clearance: clearanceOf(spot, plot) }));
  return spots.sort((a, b) => b.clearance - a.clearance)[0];
}

/** How far from a label there the nearest thing drawn is, up or down; less than nothing when it goes through. */
function clearanceOf({ x, y }: Spot, { pieces, long, top, bottom }: Plot): number {
  const [from, to] = [x - AIR, x + long + AIR];
  const gaps = pieces.flatMap((piece) => {
    const [a, b] = [...piece].sort((one, other) => one.x - other.x) as [Spot, Spot];
    if (b.x < from || a.x > to) return [];
    const at = (where: number): number => (b.x === a.x ? a.y : a.y + ((b.y - a.y) * (where - a.x)) / (b.x - a.x));
    const ends = [at(Math.max(a.x, from)), at(Math.min(b.x, to))];
    return [Math.max(y - ASCENT - Math.max(...ends), Math.min(...ends) - (y + DESCENT))];
  });
  return Math.min(bottom - top, ...gaps);
}
