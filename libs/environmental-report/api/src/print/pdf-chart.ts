import { provenanceWords, type PublishedFigure } from '@malspar/environmental-report-model';
import { sceneToSvg } from '@malspar/figures-model';
import { type Plans, type Said, sentence } from '@malspar/print-api';

/** A drawing as the template reads it. */
export interface PdfChart {
  readonly svg: string;
  /** What somebody who does not see it is told. */
  readonly alt: string;
  readonly caption: Said;
  readonly note: Said;
}

/** The drawing of a figure, the same as on its page; null where there is none. */
export function pdfChart(figure: PublishedFigure | null, plans: Plans): PdfChart | null {
  if (!figure?.drawing) return null;
  const words = (text: string): Said => sentence(text, figure.plansWords ?? [], plans);
  const { wide } = figure.drawing;
  const example = figure.illustrative ? ` (${provenanceWords.illustrative.sv.toLocaleLowerCase('sv')}n)` : '';
  return {
    svg: sceneToSvg(wide),
    alt: `${wide.title}. ${wide.desc}.`,
    caption: [words(figure.caption), example],
    note: figure.note ? words(figure.note) : '',
  };
}
