import { Injectable } from '@angular/core';
import { TextShelf } from '@malspar/shared-web';
import * as z from 'zod';
import type { Fields } from './draft-fields';

const Texts = z.record(z.string(), z.string()).transform((texts): Fields => texts);

/** What lies on the shelf: what was typed, what it was typed on top of, and what was sent without a response. */
export const ShelvedDraft = z.object({
  version: z.number().int(),
  base: Texts,
  typed: Texts,
  unanswered: z.array(Texts).default([]),
  at: z.string(),
});
export type ShelvedDraft = z.infer<typeof ShelvedDraft>;

/**
 * Keeps what has not reached the server in the browser: one draft per person, report and target, until it is saved.
 * A browser that refuses to store anything makes `write` answer false, so that the page can warn before it is left.
 */
@Injectable({ providedIn: 'root' })
export class DraftShelf extends TextShelf {
  read(key: string): ShelvedDraft | null {
    const text = this.readText(key);
    if (text === null) return null;
    try {
      return ShelvedDraft.parse(JSON.parse(text));
    } catch {
      // Not ours, or from another time: leave it lying rather than lose it.
      return null;
    }
  }

  write(key: string, draft: ShelvedDraft): boolean {
    return this.writeText(key, JSON.stringify(draft));
  }
}
