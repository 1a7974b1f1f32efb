import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/**
 * Long enough for anybody to write in: a limit below twenty hours would have to be adjustable (WCAG 2.2.1). It stands
 * in the form and nowhere else, so nothing is kept of the visit.
 */
const LIFE_MS = 24 * 3_600_000;
/** So much may the clock of the process that made it be ahead. */
const AHEAD_MS = 60_000;

const Receipt = z.strictObject({
  /** Of the vote that a comment may be added to. */
  id: z.uuid(),
  /** The page as it was read, one of the site's own. */
  back: z.string(),
  /** Milliseconds since 1970. */
  at: z.number().int(),
  /** Null until a comment has been added; then what was taken out of it. */
  masked: z.array(z.enum(['e-mail', 'identity-number', 'phone'])).nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Signs and reads what goes from a vote to its comment by way of the visitor's form. */
export class Receipts {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('page feedback receipt').digest();
  }

  seal(receipt: Receipt): string {
    const content = Buffer.from(JSON.stringify(receipt)).toString('base64url');
    return `${content}.${this.#signatureOf(content)}`;
  }

  /** What was sealed; null when it was not sealed here, or so long ago that it no longer holds. */
  open(sealed: unknown, now: Date): Receipt | null {
    if (typeof sealed !== 'string' || sealed.length > 2000) return null;
    const [content = '', signature = ''] = sealed.split('.');
    const [given, right] = [Buffer.from(signature), Buffer.from(this.#signatureOf(content))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    // One that an earlier release made may have another shape.
    const { data } = Receipt.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString()));
    if (!data) return null;
    const age = now.getTime() - data.at;
    return age >= -AHEAD_MS && age <= LIFE_MS ? data : null;
  }

  #signatureOf(content: string): string {
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }
}
