import { explanationPath, type FieldPath, isOpen } from '@malspar/reporting-model';
import type { DraftedEntry } from './draft-store';

const SAME_COMMENT = 'same_text';
const EXPLANATION = explanationPath(SAME_COMMENT);

type Written = Pick<DraftedEntry, 'draft' | 'checks'>;

/** Whether the entry is asked if its comment, the same as last time, still holds. */
export const asksWhetherSame = ({ checks }: Pick<DraftedEntry, 'checks'>): boolean =>
  checks.some((check) => check.code === SAME_COMMENT && isOpen(check));

/** Confirms fields that were taken over. Of a comment it is the answer to whether it still holds, as `words`. */
export function confirmStillSo(entry: Written, fields: readonly FieldPath[], words: string): void {
  entry.draft.confirm(...fields);
  if (fields.includes('comment') && asksWhetherSame(entry)) entry.draft.set(EXPLANATION, words);
}

/** Takes down a comment; one that is no longer the same is not confirmed by `words` any more. */
export function writeComment({ draft }: Pick<DraftedEntry, 'draft'>, text: string, words: string): void {
  const confirmed = draft.text(EXPLANATION) === words && text !== draft.text('comment');
  draft.setAll({ comment: text, ...(confirmed && { [EXPLANATION]: '' }) });
}
