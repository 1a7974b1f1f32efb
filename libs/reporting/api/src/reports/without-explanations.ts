import type { EntryContent } from '@malspar/reporting-model';

/** Explanations are for the reviewer: who takes no part in the work does not see them. */
export const withoutExplanations = <E extends { readonly content: EntryContent }>(entry: E): E => ({
  ...entry,
  content: { ...entry.content, explanations: {} },
});
