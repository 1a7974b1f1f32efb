import { schema, validate, validateTree } from '@angular/forms/signals';
import { type FieldFault } from '@malspar/shared-web';
import { formFaults } from '@malspar/shared-web/form';
import { DocumentDetails, type DocumentLanguage, type PlanDocument } from '@malspar/site-model';

/** A document as it stands in the form. */
export interface WrittenDocument {
  readonly file: File | null;
  readonly title: string;
  readonly date: string;
  readonly language: DocumentLanguage;
}

/** What the form is for: a new document, other words about one, or a new file for one. */
export type DocumentMode = 'new' | 'describe' | 'replace';

export function writtenOf(document: PlanDocument | undefined, mode: DocumentMode, today: string): WrittenDocument {
  if (!document) return { file: null, title: '', date: today, language: 'sv' };
  const { title, date, language } = document;
  return { file: null, title, language, date: mode === 'replace' ? today : date };
}

/** What is said of the document, as it is sent. */
export const detailsOf = ({ title, date, language }: WrittenDocument): DocumentDetails =>
  DocumentDetails.parse({ title, date, language });

/** The key of the fault's text. */
export const faultText = ({ code }: Pick<FieldFault, 'code'>): string => `site.fault.${code}`;

/** The rules of the form. */
export const documentSchema = (mode: () => DocumentMode) =>
  schema<WrittenDocument>((written) => {
    validate(written.file, ({ value }) =>
      value() === null && mode() !== 'describe' ? { kind: 'missing', message: faultText({ code: 'missing' }) } : null,
    );
    validateTree(written, (form) => formFaults(form.fieldTree, faultsOf(form.value()), faultText));
  });

function faultsOf({ title, date, language }: WrittenDocument): readonly FieldFault[] {
  const read = DocumentDetails.safeParse({ title, date, language });
  return (read.error?.issues ?? []).map(({ path, message }) => ({
    pointer: `/${path.join('/')}`,
    code: message === 'too-long' ? 'titleTooLong' : path[0] === 'title' ? 'titleMissing' : 'date',
  }));
}
