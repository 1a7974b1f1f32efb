import {
  type Answer,
  entryFields,
  type EntryContent,
  examplesIn,
  type FieldMark,
  type FieldProvenance,
  type Fields,
  type FieldWriter,
  isValue,
  overExamples,
  replacedWordings,
  type ReportYear,
  type VerdictContent,
  verdictFields,
  yearFields,
  yearFieldsOf,
} from '@malspar/reporting-model';
import type { Principal, Provenance } from '@malspar/shared-model';
import type { EntryRow, Wordings } from './entry.repository.js';
import type { ReportRow } from './report.repository.js';

/** An answer as it is stored, with who has written which of its fields. */
export interface StoredAnswer extends Answer {
  readonly provenanceOf: FieldProvenance;
  readonly written: Readonly<Record<string, FieldMark>>;
}

/** An entry with its content as it can be read. */
export function storedEntry(row: EntryRow, content: EntryContent): StoredAnswer {
  const values = new Map(row.values.map(({ period, provenance }) => [`values/${period}`, provenance]));
  const provenanceOf = (field: string): Provenance =>
    isValue(field) ? (values.get(field) ?? 'reported') : row.provenance;
  return stored(entryFields(content), row.provenance, provenanceOf, row.written);
}

export const storedVerdict = (row: ReportRow, content: VerdictContent): StoredAnswer =>
  stored(verdictFields(content), row.verdictProvenance, () => row.verdictProvenance, row.verdictWritten);

/** All judgements of the year part. */
export function storedYear(
  row: Pick<ReportRow, 'verdictWritten'>,
  { content, verdictProvenance, provenances }: Pick<ReportYear, 'content' | 'verdictProvenance' | 'provenances'>,
): StoredAnswer {
  const fields = yearFields(content);
  const ofTargets = Object.entries(provenances).flatMap(([code, provenance]) =>
    Object.keys(yearFieldsOf(fields, code)).map((field) => [field, provenance] as const),
  );
  const origins = new Map(ofTargets);
  return stored(fields, verdictProvenance, (field) => origins.get(field) ?? verdictProvenance, row.verdictWritten);
}

/** What a save of `after` by somebody replaces, and the marks of the fields that it writes. */
export function wordingsOver(answer: StoredAnswer, after: Fields, writer: FieldWriter, by: Provenance): Wordings {
  const { kept, written } = replacedWordings(answer.fields, after, answer.written, writer);
  return { kept, written: by === 'reported' ? overExamples(written, answer.examples, answer.provenanceOf) : written };
}

export const fieldWriter = ({ personId, name }: Pick<Principal, 'personId' | 'name'>, at: Date): FieldWriter => ({
  personId,
  name,
  at: at.toISOString(),
});

function stored(
  fields: Fields,
  provenance: Provenance,
  provenanceOf: FieldProvenance,
  written: StoredAnswer['written'],
): StoredAnswer {
  return { fields, provenance, examples: examplesIn(fields, provenanceOf, written), provenanceOf, written };
}
