import type { Provenance } from '@malspar/shared-model';
import { entryFields, type Fields, isValue, verdictFields, yearFields, yearFieldsOf } from './content-fields.js';
import { type FieldMark, type FieldWriter, type ReplacedWording, replacedWordings } from './earlier-wordings.js';
import type { EntryContent, VerdictContent } from './entry.js';
import {
  type OriginFields,
  examplesIn,
  type FieldProvenance,
  overExamples,
  type YearOrigins,
} from './example-fields.js';
import type { YearContent } from './year-part.js';

type Marks = Readonly<Record<string, FieldMark>>;

/** Fields as they are stored, with who has written which of its fields. */
export interface StoredFields extends OriginFields {
  readonly provenanceOf: FieldProvenance;
  readonly written: Marks;
}

/** What a save replaces, and who has then written which field. */
export interface Wordings {
  readonly kept: readonly ReplacedWording[];
  readonly written: Marks;
}

interface StoredEntry {
  readonly provenance: Provenance;
  readonly values: readonly { readonly period: string; readonly provenance: Provenance }[];
  readonly written: Marks;
}

/** An entry with its content as it can be read. */
export function storedEntry({ provenance, values, written }: StoredEntry, content: EntryContent): StoredFields {
  const ofValues = new Map(values.map((value) => [`values/${value.period}`, value.provenance]));
  const provenanceOf = (field: string): Provenance =>
    isValue(field) ? (ofValues.get(field) ?? 'reported') : provenance;
  return stored(entryFields(content), provenance, provenanceOf, written);
}

export const storedVerdict = (content: VerdictContent, provenance: Provenance, written: Marks): StoredFields =>
  stored(verdictFields(content), provenance, () => provenance, written);

/** All judgements of the year part. */
export function storedYear(
  { content, verdictProvenance, provenances }: YearOrigins & { readonly content: YearContent },
  written: Marks,
): StoredFields {
  const fields = yearFields(content);
  const ofTargets = Object.entries(provenances).flatMap(([code, provenance]) =>
    Object.keys(yearFieldsOf(fields, code)).map((field) => [field, provenance] as const),
  );
  const origins = new Map(ofTargets);
  return stored(fields, verdictProvenance, (field) => origins.get(field) ?? verdictProvenance, written);
}

export const fieldWriter = ({ personId, name }: Pick<FieldWriter, 'personId' | 'name'>, at: Date): FieldWriter => ({
  ...{ personId, name },
  at: at.toISOString(),
});

/** What a save of `after` by somebody replaces, and the marks of the fields that it writes. */
export function wordingsOver(before: StoredFields, after: Fields, writer: FieldWriter, by: Provenance): Wordings {
  const { kept, written } = replacedWordings(before.fields, after, before.written, writer);
  return { kept, written: by === 'reported' ? overExamples(written, before.examples, before.provenanceOf) : written };
}

const stored = (
  fields: Fields,
  provenance: Provenance,
  provenanceOf: FieldProvenance,
  written: Marks,
): StoredFields => ({
  ...{ fields, provenance, provenanceOf, written },
  examples: examplesIn(fields, provenanceOf, written),
});
