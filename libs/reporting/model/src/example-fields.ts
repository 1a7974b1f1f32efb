import type { Provenance } from '@malspar/shared-model';
import {
  changedFields,
  fieldEntries,
  fieldPaths,
  type Fields,
  fieldsFrom,
  isProse,
  isSameText,
  isValue,
  yearFieldsOf,
} from './content-fields.js';
import type { FieldMark } from './earlier-wordings.js';
import { type FieldPath, isFieldPath } from './field-paths.js';

/** An entry, a verdict or a year's judgement: what it says, where that comes from, and what an example says in it. */
export interface OriginFields {
  readonly fields: Fields;
  readonly provenance: Provenance;
  readonly examples: Fields;
}

/** Where an entry or a verdict comes from as a whole, and which of its fields say what the example said. */
export interface Origin {
  readonly provenance: Provenance;
  readonly exampleFields: FieldPath[];
}

/** The year's judgements: the area's verdict, and each target's assessment. */
export interface YearOrigins {
  readonly verdictProvenance: Provenance;
  /** By target code. */
  readonly provenances: Readonly<Record<string, Provenance>>;
}

/**
 * The origin once `after` is written over it. Under a person's writing an example stays one until nothing of it
 * is left. The values of a series have a provenance each, and say nothing of the rest.
 */
export function originAfter(
  { fields, provenance, examples }: OriginFields,
  after: Fields,
  by: Provenance = 'reported',
): Origin {
  const exampleFields = fieldPaths(examples).filter((field) => isSameText(field, examples[field], after[field]));
  if (changedFields(fields, after).length === 0) return { provenance, exampleFields };
  if (by !== 'reported') return { provenance: by, exampleFields };
  const isExample = exampleFields.some((field) => !isValue(field));
  return { provenance: isExample ? 'illustrative' : 'reported', exampleFields };
}

/** As `originAfter`, for each judgement of the year part. */
export function yearOriginsAfter(
  { fields, examples, verdictProvenance, provenances }: YearOrigins & Pick<OriginFields, 'fields' | 'examples'>,
  after: Fields,
  by: Provenance = 'reported',
): YearOrigins {
  const origin = (code: string | null, provenance: Provenance): Provenance =>
    originAfter(
      { fields: yearFieldsOf(fields, code), provenance, examples: yearFieldsOf(examples, code) },
      yearFieldsOf(after, code),
      by,
    ).provenance;
  return {
    verdictProvenance: origin(null, verdictProvenance),
    provenances: Object.fromEntries(
      Object.entries(provenances).map(([code, provenance]) => [code, origin(code, provenance)]),
    ),
  };
}

/** Where each field of what is stored comes from, but for the marks of those that have been written since. */
export type FieldProvenance = (field: string) => Provenance;

/** What the example says, or said before a person wrote over it; by field. */
export function examplesIn(
  fields: Fields,
  provenanceOf: FieldProvenance,
  written: Readonly<Record<string, FieldMark>>,
): Fields {
  const unwritten = fieldEntries(fields).filter(
    ([field]) => provenanceOf(field) === 'illustrative' && written[field]?.example === undefined,
  );
  const replaced = Object.entries(written).flatMap(([field, { example }]) =>
    example && isFieldPath(field) ? [[field, example] as const] : [],
  );
  return fieldsFrom([...unwritten, ...replaced]);
}

/**
 * The marks of what a person writes over an example. A wording of the example's that is taken back is the example's
 * again; a choice or a number that is given again is the person's own.
 */
export function overExamples<Mark extends FieldMark>(
  marks: Readonly<Record<string, Mark>>,
  examples: Fields,
  provenanceOf: FieldProvenance,
): Record<string, Mark> {
  return Object.fromEntries(
    Object.entries(marks).map(([field, mark]) => {
      const said = isFieldPath(field) && isProse(field) ? examples[field] : undefined;
      const isOver = Object.keys(examples).length > 0 || provenanceOf(field) === 'illustrative';
      return [field, isOver ? { ...mark, example: said ?? '' } : mark];
    }),
  );
}

/**
 * The marks as they were in the published revision, of those of a draft that corrects it: who writes in the draft says
 * nothing of what was published. A field of which only the draft's own mark is left counts as the example's, where its
 * provenance says so: rather a label too many than one too few.
 */
export const publishedMarks = (marks: Readonly<Record<string, FieldMark>>): Record<string, FieldMark> =>
  Object.fromEntries(
    Object.entries(marks).flatMap(([field, { personId, example }]) =>
      example !== undefined && (example !== '' || personId === undefined) ? [[field, { example }]] : [],
    ),
  );

/** The fields of those names. */
export const pickFields = (fields: Fields, names: readonly string[]): Fields =>
  fieldsFrom(fieldEntries(fields).filter(([field]) => names.includes(field)));
