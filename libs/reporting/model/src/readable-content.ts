import { EntryContent, emptyEntryContent } from './entry.js';

/** Content as it can be read, and the fields that could not. */
export interface ReadableContent {
  readonly content: EntryContent;
  /** Fields whose stored value is none that can be written; in the content they are empty. */
  readonly unreadable: readonly (keyof EntryContent)[];
}

const FIELDS = Object.keys(emptyEntryContent) as (keyof EntryContent)[];

/** Reads stored content field by field: a faulty one is left out and named, and takes none of the others with it. */
export function readableContent(stored: Readonly<Record<keyof EntryContent, unknown>>): ReadableContent {
  const unreadable = FIELDS.filter((field) => !EntryContent.shape[field].safeParse(stored[field]).success);
  const readable = FIELDS.filter((field) => !unreadable.includes(field)).map(
    (field) => [field, stored[field]] as const,
  );
  const content = { ...emptyEntryContent, ...(Object.fromEntries(readable) as Partial<EntryContent>) };
  return { content, unreadable };
}
