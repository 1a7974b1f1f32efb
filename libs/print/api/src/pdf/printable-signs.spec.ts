import { PRINTABLE, unprintableSigns } from '@malspar/shared-model';
import { fontCoverage } from './fonts.js';

const LAST_PLANE = 0x20000;

it('the browser knows what the fonts of the printed report can show', () => {
  const fonts = fontCoverage();
  const ranges: [from: number, to: number][] = [];
  for (let point = 32; point < LAST_PLANE; point++) {
    if (!fonts.every((font) => font.covers(point))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16);
  expect(PRINTABLE).toBe(ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(' '));
});

it('names the signs that would be boxes, each once and whole', () => {
  expect(unprintableSigns('Bra 👍🏽 och 👩‍👩‍👧, 👍🏽\nmen miljö\u00adarbete → 50 m² å é')).toEqual(['👍🏽', '👩‍👩‍👧']);
});
