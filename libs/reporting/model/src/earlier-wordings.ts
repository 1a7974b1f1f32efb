import * as z from 'zod';
import type { Fields } from './content-fields.js';

/** A wording that stood at least so long is kept when it is replaced: a person paused, and took it for done. */
export const STOOD_MS = 2 * 60_000;
/** A wording that loses so many characters in one save is kept, however short a time it stood: that may be a slip. */
export const CHARACTERS_LOST = 20;

/** Who wrote a field as it stands, and when. */
export const FieldWriter = z.object({ personId: z.uuid(), name: z.string(), at: z.iso.datetime() });
export type FieldWriter = z.infer<typeof FieldWriter>;

/** A wording that a save replaces and that is worth keeping. */
export interface ReplacedWording {
  readonly field: string;
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
 * What a save replaces, and who has written which field once it is made. A draft is saved at every short pause of the
 * keys: a wording that the same person goes on with is not kept, but one that stood for `STOOD_MS`, was somebody
 * else's, or loses `CHARACTERS_LOST` at once is. `known` tells who wrote each field, where that is known.
 */
export function replacedWordings(
  before: Fields,
  after: Fields,
  known: Readonly<Record<string, FieldWriter>>,
  writer: FieldWriter,
): { readonly kept: ReplacedWording[]; readonly written: Record<string, FieldWriter> } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
  return {
    kept: changed.flatMap((field) => {
      const [text, now] = [before[field] ?? '', after[field] ?? ''];
      const last = known[field];
      if (text === '' || (last && goesOn(last, writer) && charactersLost(text, now) < CHARACTERS_LOST)) return [];
      return [{ field, text, writtenBy: last?.name ?? null, writtenAt: last?.at ?? null }];
    }),
    written: Object.fromEntries(changed.map((field) => [field, writer])),
  };
}

const goesOn = (last: FieldWriter, now: FieldWriter): boolean =>
  last.personId === now.personId && Date.parse(now.at) - Date.parse(last.at) < STOOD_MS;

/** How much of a text is no longer there, where one stretch of it was changed. */
function charactersLost(before: string, after: string): number {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return before.length - start - end;
}
