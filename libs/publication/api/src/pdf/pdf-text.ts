import { type Provenance, textBlocks } from '@malspar/shared-model';

/** One labelled line; `example` puts the mark of example data beside it. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly example: boolean;
}

export const fact = (label: string, text: string, provenance: Provenance | null): Fact => ({
  label,
  text,
  example: provenance === 'illustrative',
});

/** A heading whose last word, if short, does not stand alone on a line. */
export const withoutRunt = (heading: string): string => heading.replace(/ (?=\S{1,9}$)/, '\u00a0');

/** A text as the template sets it: paragraphs of lines, and lists. */
export const paragraphs = textBlocks;
