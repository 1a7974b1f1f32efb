import { labelPlace, type Spot } from './label-place.js';

/** A line through these heights, evenly from x 0 to 300. */
const place = (heights: readonly number[], change: Partial<Parameters<typeof labelPlace>[0]> = {}): Spot | null => {
  const spots = heights.map((y, index) => ({ x: (300 * index) / (heights.length - 1), y }));
  const pieces = spots.slice(1).map((spot, index) => [spots[index]!, spot] as const);
  return labelPlace({ pieces, at: 100, long: 80, left: 0, right: 300, top: 14, bottom: 200, ...change });
};
const [ABOVE, BELOW, LEFT, RIGHT] = [93, 116, 0, 220];

describe('the label of a target’s line', () => {
  it.each([
    ['falls from above it to below it', [20, 60, 150, 195], { x: RIGHT, y: ABOVE }],
    ['rises from below it to above it', [180, 140, 60, 20], { x: RIGHT, y: BELOW }],
    ['crosses it at the right end', [190, 190, 190, 190, 190, 190, 90], { x: LEFT, y: ABOVE }],
    ['crosses it at the left end', [20, 190, 190, 190, 190, 190, 190], { x: RIGHT, y: ABOVE }],
    ['lies wholly above it', [20, 40, 20, 20], { x: RIGHT, y: BELOW }],
    ['lies wholly below it', [180, 190, 185, 190], { x: RIGHT, y: ABOVE }],
  ] as const)('takes the corner that is farthest from a series that %s', (_how, heights, spot) =>
    expect(place(heights)).toEqual(spot),
  );

  it('heeds the line between two points, not only the points', () => {
    // No point is near the corner below to the right: the line goes through it all the same.
    expect(place([120, 120, 120, 120, 20, 190, 20])).toEqual({ x: LEFT, y: ABOVE });
  });

  it('is put along the line when every corner is drawn through', () => {
    const { x, y } = place([20, 190, 190, 190, 190, 190, 20]) ?? { x: NaN, y: NaN };
    expect(y).toBe(ABOVE);
    expect(x).toBeGreaterThan(LEFT + 40);
    expect(x).toBeLessThan(RIGHT - 40);
  });

  it('has no place in the drawing where the series goes to and fro across it all along', () => {
    expect(place([80, 120, 80, 120, 80, 120, 80, 120, 80])).toBeNull();
  });

  it('stays within the drawing, and has a place also where there is nothing to keep away from', () => {
    expect(place([100, 100], { at: 20 })?.y).toBe(36);
    expect(place([100, 100], { at: 198 })?.y).toBe(191);
    expect(labelPlace({ pieces: [], at: 100, long: 80, left: 0, right: 300, top: 14, bottom: 200 })).toEqual({
      x: RIGHT,
      y: ABOVE,
    });
    expect(place([50, 50], { long: 400 })?.x).toBe(LEFT);
  });
});
