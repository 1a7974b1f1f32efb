import { BothLanguages, Decimal, PeriodCode } from '@malspar/shared-model';
import * as z from 'zod';

/** One field that is not the same: a number, a judgement or running text, in words that a page can show as they are. */
export const PublishedChange = z.strictObject({
  /** A path that is the same in every version, e.g. `series/2024-Q2` or `comment`. */
  field: z.string(),
  label: BothLanguages,
  kind: z.enum(['number', 'choice', 'text']),
  before: BothLanguages.nullable(),
  after: BothLanguages.nullable(),
  /** The two figures as they stand in the data; only for numbers. */
  numbers: z.strictObject({ before: Decimal.nullable(), after: Decimal.nullable() }).nullable(),
  /** Running text, word by word; only for text that is in both, and enough alike to be read so. */
  tokens: z.array(z.strictObject({ kind: z.enum(['same', 'ins', 'del']), text: z.string() })).nullable(),
  /** Whether what stood before, or stands after, is an example. */
  isExample: z.strictObject({ before: z.boolean(), after: z.boolean() }),
});
export type PublishedChange = z.infer<typeof PublishedChange>;

const version = z.strictObject({ period: PeriodCode, version: z.number().int(), title: BothLanguages });

/**
 * What differs between two published versions, of one period or of two: in general, and section by section with the items
 * of each.
 */
export const PublishedDifference = z.strictObject({
  before: version,
  after: version,
  general: z.array(PublishedChange),
  /** The plan's words that may stand in what is said in general. */
  plansWords: z.array(z.string()),
  sections: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      /** Whether the section is in both, or only in one of them. */
      presence: z.enum(['both', 'added', 'removed']),
      changes: z.array(PublishedChange),
      items: z.array(
        z.strictObject({
          code: z.string(),
          title: z.string(),
          presence: z.enum(['both', 'added', 'removed']),
          /** The plan's words, and those of who reported, that may stand in labels and values. */
          plansWords: z.array(z.string()),
          changes: z.array(PublishedChange),
        }),
      ),
    }),
  ),
});
export type PublishedDifference = z.infer<typeof PublishedDifference>;
