import {
  foreignLanguage,
  type Provenance,
  runsOf,
  type TextBlock,
  textBlocks,
  UNSTATED_LANGUAGE,
} from '@malspar/shared-model';

/** Words as the template sets them: the report's own, the plan's in their language, or a sentence of both. */
export type Said = string | { readonly plans: string } | readonly Said[];

/** Sets words apart as the plan's, or those of who reported by it. */
export type Plans = (text: string) => Said;

/** The report's own words. */
const PRINTED_IN = 'sv';

/** How the plan's words are set; as all others where the whole report is in their language. */
export const plansIn = (language: string | undefined): Plans =>
  foreignLanguage(language, PRINTED_IN) === null ? (text) => text : (text) => (text === '' ? '' : { plans: text });

/** The plan's language as the template sets it; null where the whole report is in it. */
export function plansLanguage(tag: string | undefined): { lang: string; region: string | null } | null {
  if (foreignLanguage(tag, PRINTED_IN) === null) return null;
  const { language, region } = new Intl.Locale(tag ?? UNSTATED_LANGUAGE);
  return { lang: language, region: region ?? null };
}

/** A sentence of the report's own in which words of the plan may stand. */
export const sentence = (text: string, plansWords: readonly string[], plans: Plans): Said =>
  runsOf(text, plansWords).map((run) => (run.isPlans ? plans(run.text) : run.text));

/** One labelled line; `example` puts the mark of example data beside it. */
export interface Fact {
  readonly label: string;
  readonly text: Said;
  readonly example: boolean;
}

export const fact = (label: string, text: Said, provenance: Provenance | null): Fact => ({
  label,
  text,
  example: provenance === 'illustrative',
});

/** A heading whose last word, if short, does not stand alone on a line. */
export const withoutRunt = (heading: string): string => heading.replace(/ (?=\S{1,9}$)/, '\u00a0');

/** A text as the template sets it: paragraphs of lines, and lists. */
export interface Paragraph {
  readonly kind: TextBlock['kind'];
  readonly lines: readonly Said[];
}

export const paragraphs = (text: string, plans: Plans = (line) => line): Paragraph[] =>
  textBlocks(text).map(({ kind, lines }) => ({ kind, lines: lines.map(plans) }));

/** A text with words of the report's own before it. */
export function labelled(label: string, [first, ...rest]: readonly Paragraph[]): Paragraph[] {
  if (first?.kind !== 'lines') return [{ kind: 'lines', lines: [label] }, ...(first ? [first] : []), ...rest];
  const [line = '', ...lines] = first.lines;
  return [{ kind: 'lines', lines: [[`${label} `, line], ...lines] }, ...rest];
}
