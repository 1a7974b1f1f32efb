import * as z from 'zod';
import { changedFields, type Fields, isProse } from './content-fields.js';
import type { FieldPath } from './field-paths.js';

/** A text that stood at least so long is kept when it is replaced, even when it is only written on: it was done. */
export const STOOD_MS = 2 * 60_000;
/** Backspacing goes on while no longer pause than this parts two saves of an ever shorter text. */
export const BACKSPACING_MS = 10_000;

/** Who wrote a field as it stands, and when. */
export const FieldWriter = z.object({
  personId: z.uuid(),
  name: z.string(),
  at: z.iso.datetime(),
  /** The field holds what is left of a wording that is kept; absent when something was added. */
  shortened: z.literal(true).optional(),
  /** The field of an example was written over: the text that stood there, empty for all but prose. */
  example: z.string().optional(),
});
export type FieldWriter = z.infer<typeof FieldWriter>;

/** What is known of how a field was written: once the report is published no longer by whom. */
export const FieldMark = FieldWriter.partial();
export type FieldMark = z.infer<typeof FieldMark>;

/** A wording that a save replaces and that is worth keeping. */
export interface ReplacedWording {
  readonly field: FieldPath;
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writtenAt: string | null;
}

/** What a draft's field said before it was changed; only for those who may write in the draft. */
export const EarlierWording = z.object({
  id: z.uuid(),
  /** Null for the verdict. */
  targetCode: z.string().nullable(),
  /** As the draft's fields are named: `comment`, `values/2025-Q4`, `measure/text` … */
  field: z.string(),
  text: z.string(),
  /** Null for what was there before wordings were kept. */
  writtenBy: z.string().nullable(),
  writtenAt: z.iso.datetime().nullable(),
  replacedBy: z.string(),
  replacedAt: z.iso.datetime(),
});
export type EarlierWording = z.infer<typeof EarlierWording>;

/**
 * What a save replaces, and who has written which field once it is made. Everything that was saved is kept, but for
 * what still stands in another wording: a text that the same person merely adds to, and the steps of backspacing, of
 * which the longest form is kept. A choice, a number or a date is always kept, unless
 * the number is the same. `known` tells who wrote each field,
 * where that is known.
 */
export function replacedWordings(
  before: Fields,
  after: Fields,
  known: Readonly<Record<string, FieldMark>>,
  writer: FieldWriter,
): { readonly kept: ReplacedWording[]; readonly written: Record<string, FieldWriter> } {
  const changes = changedFields(before, after)
    .map((field) => ({ field, text: before[field] ?? '', now: after[field] ?? '' }))
    .map((change) => ({ ...change, fate: fateOf(change, known[change.field], writer) }));
  return {
    kept: changes
      .filter(({ fate }) => fate.kept)
      .map(({ field, text }) => {
        const last = known[field];
        return { field, text, writtenBy: last?.name ?? null, writtenAt: last?.at ?? null };
      }),
    written: Object.fromEntries(
      changes.map(({ field, fate }) => [field, fate.shortened ? { ...writer, shortened: true as const } : writer]),
    ),
  };
}

interface Change {
  readonly field: FieldPath;
  readonly text: string;
  readonly now: string;
}

/** Whether the text is kept, and whether what replaces it is only what is left of a kept one. */
function fateOf({ field, text, now }: Change, last: FieldMark | undefined, writer: FieldWriter) {
  if (text === '') return { kept: false, shortened: false };
  const prose = isProse(field);
  const shortened = prose && isContained(now, text);
  const stood = last?.at && last.personId === writer.personId ? Date.parse(writer.at) - Date.parse(last.at) : Infinity;
  const writtenOn = prose && stood < STOOD_MS && isContained(text, now);
  const backspaced = shortened && stood < BACKSPACING_MS && last?.shortened === true;
  return { kept: !writtenOn && !backspaced, shortened };
}

/** Whether all that can be seen of a text stands in another, which adds to it in one place. */
function isContained(part: string, whole: string): boolean {
  const seen = part.trimEnd();
  let start = 0;
  while (start < seen.length && seen[start] === whole[start]) start++;
  return whole.length >= seen.length && whole.endsWith(seen.slice(start));
}
