import type { PersonalKind } from '@malspar/site-model';
import type { FeedbackSuspicion } from './feedback.js';
import { LINK, MARKUP, PERSONAL } from './feedback-patterns.js';

/**
 * The text without what looks like an e-mail address, a Swedish personal identity number or a telephone number, and
 * which of them it had. It may take away too much: whoever wrote is told.
 */
export function withoutPersonal(text: string): { readonly text: string; readonly masked: readonly PersonalKind[] } {
  const masked = new Set<PersonalKind>();
  const kept = PERSONAL.reduce(
    (rest, [kind, pattern, word]) =>
      rest.replace(pattern, () => {
        masked.add(kind);
        return word;
      }),
    text,
  );
  return { text: kept, masked: [...masked] };
}

/** What makes the words of a comment suspect; null when nothing does. */
export function suspicionOf(text: string): Extract<FeedbackSuspicion, 'link' | 'markup'> | null {
  return MARKUP.test(text) ? 'markup' : LINK.test(text) ? 'link' : null;
}
