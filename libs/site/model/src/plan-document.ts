import { PlainDate, requiredText, slugOf } from '@malspar/shared-model';
import * as z from 'zod';

/** A document of at most so many bytes: 20 MB. */
export const DOCUMENT_LIMIT = 20_000_000;

export const DocumentLanguage = z.enum(['sv', 'en']);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

/** What is said of a document: its title, the date that it bears and the language that it is in. */
export const DocumentDetails = z.strictObject({
  title: requiredText(200),
  date: PlainDate,
  language: DocumentLanguage,
});
export type DocumentDetails = z.infer<typeof DocumentDetails>;

/** What is said of a new file for a document that is already there: the date that it bears. */
export const DocumentReplacement = z.strictObject({ date: PlainDate });
export type DocumentReplacement = z.infer<typeof DocumentReplacement>;

/** The listed documents in a new order: each once. */
export const DocumentOrder = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });
export type DocumentOrder = z.infer<typeof DocumentOrder>;

/** One file of a document; a new one is a new version, and the old bytes are kept. */
export const DocumentVersion = z.object({
  version: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  uploadedAt: z.iso.datetime(),
  uploadedBy: z.string(),
});
export type DocumentVersion = z.infer<typeof DocumentVersion>;

/** A document as those who look after the site see it. */
export const PlanDocument = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  date: PlainDate,
  language: DocumentLanguage,
  /** Place in the list, from 1; null when it is withdrawn. */
  position: z.number().int().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** Made for show; labelled wherever it is listed. */
  illustrative: z.boolean(),
  /** For `If-Match`. */
  revision: z.number().int(),
  /** Newest first. */
  versions: z.array(DocumentVersion).min(1),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** A document on the public site. */
export interface PublishedDocument {
  readonly slug: string;
  readonly title: string;
  readonly date: PlainDate;
  readonly language: DocumentLanguage;
  readonly illustrative: boolean;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where the document's newest file is to be found, whichever that is. */
export const documentPath = (slug: string): string => `/dokument/${slug}`;

/** Where one file of a document is. What is there never changes. */
export const documentFilePath = (slug: string, sha256: string): string =>
  `/dokument/${slug}-${sha256.slice(0, 12)}.pdf`;

/** A stem for a document's address, like none of those that are taken. */
export function documentSlug(title: string, taken: ReadonlySet<string>): string {
  const stem = slugOf(title) || 'dokument';
  for (let number = 1; ; number++) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
