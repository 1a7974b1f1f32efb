import type { ChartFigure } from '@malspar/figures-model';

/** A figure of a published report, made out of the frozen report alone. */
export interface PublishedFigure extends ChartFigure {
  readonly kind: 'progress' | 'series' | 'parts' | 'overview' | 'verdicts';
  /** Whether anything in it is an example made for demonstration. */
  readonly illustrative: boolean;
}
