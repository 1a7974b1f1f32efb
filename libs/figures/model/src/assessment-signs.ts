import { circle } from './geometry.js';

/** The sign of each assessment, drawn around its own middle: tick, disc, triangle, square, ring, dash. */
export const ASSESSMENT_SIGNS: Readonly<Record<string, string>> = {
  achieved: 'M-5 0L-1.5 4L5-4.5',
  on_track: circle(0, 0, 4.5),
  uncertain: 'M0-5L5.2 4.5H-5.2z',
  will_not_reach: 'M-4.5-4.5h9v9h-9z',
  not_started: circle(0, 0, 4.5),
  not_measured: 'M-4 0h8',
};
export const UNKNOWN_SIGN = 'M-1 0h2';
