import { provenanceWords, type PublishedFigure } from '@malspar/publication-model';
import { sceneToSvg } from '@malspar/shared-charts';

/** A drawing as the template reads it. */
export interface PdfChart {
  readonly svg: string;
  /** What somebody who does not see it is told. */
  readonly alt: string;
  readonly caption: string;
  readonly note: string;
}

/** The drawing of a figure, the same as on its page; null where there is none. */
export function pdfChart(figure: PublishedFigure | null): PdfChart | null {
  if (!figure?.drawing) return null;
  const { wide } = figure.drawing;
  const example = figure.illustrative ? ` (${provenanceWords.illustrative.sv.toLocaleLowerCase('sv')}n)` : '';
  return {
    svg: sceneToSvg(wide),
    alt: `${wide.title}. ${wide.desc}.`,
    caption: figure.caption + example,
    note: figure.note ?? '',
  };
}
