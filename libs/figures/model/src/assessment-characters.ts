// Apart from the signs that are drawn: they are computed, and would come along wherever a character is wanted.

/** The character that stands beside an assessment in a text, so that colour is never alone. */
export const assessmentSigns = {
  achieved: '✓',
  on_track: '●',
  uncertain: '▲',
  will_not_reach: '■',
  not_started: '○',
  not_measured: '–',
} as const;
