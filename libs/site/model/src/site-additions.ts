import { dateInZone, type WrittenDay, writtenDay } from '@malspar/shared-model';
import type { PublishedStatement } from './accessibility-statement.js';
import { defaultStatement } from './default-statement.js';
import type { PublishedDocument } from './plan-document.js';

/** What stands on the public site beside what is published: documents and the accessibility statement. */
export interface SiteAdditions {
  /** In the order that they are listed. */
  readonly documents: readonly PublishedDocument[];
  /** When the list of documents last changed; null while there has never been one. */
  readonly documentsChangedAt: Date | null;
  readonly statement: PublishedStatement;
}

/** A site that nobody has added anything to. */
export const NO_ADDITIONS: SiteAdditions = {
  documents: [],
  documentsChangedAt: null,
  statement: {
    version: 0,
    statement: defaultStatement,
    updatedOn: defaultStatement.assessedOn,
    organisation: null,
    service: null,
    language: null,
    contact: null,
  },
};

/** The later of a day and the last change of the documents, as it is written. */
export function laterOf(day: WrittenDay | null, changedAt: Date | null): WrittenDay | null {
  const changed = changedAt && dateInZone(changedAt);
  return changed && (day === null || changed > day.date) ? writtenDay(changed) : day;
}
