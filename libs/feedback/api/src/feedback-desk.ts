import { COMMENT_LENGTH, type FeedbackSuspicion } from '@malspar/feedback-model';
import type { Language } from '@malspar/figures-model';
import { problemOf } from '@malspar/shared-api';
import { anyText, isBlank } from '@malspar/shared-model';
import type { PublicSiteService } from '@malspar/site-api';
import {
  type AskingPage,
  askingPages,
  type FeedbackOutcome,
  type FeedbackRefusal,
  publicPath,
  type PublicSite,
} from '@malspar/site-model';
import * as z from 'zod';
import type { FeedbackLimits } from './feedback-limits.js';
import type { FeedbackService } from './feedback.service.js';
import type { Receipt, Receipts } from './receipt.js';

/** Nobody reads a question and writes a comment in less. */
const WRITING_MS = 2_000;

const trap = z.string().default('');
const VoteForm = z.object({ page: z.string().max(300), answer: z.enum(['yes', 'no']), subject: trap });
const Comment = z.object({ receipt: z.string(), comment: anyText, subject: trap });

/** Where to go next, or what to say at once and with which status. */
export type Reply =
  | { readonly to: string }
  | { readonly status: number; readonly outcome: FeedbackOutcome; readonly retryAfter?: number };

const STATUS: Readonly<Record<FeedbackRefusal, number>> = {
  malformed: 400,
  'cross-site': 403,
  'unknown-page': 404,
  already: 409,
  expired: 410,
  'too-large': 413,
  'too-long': 422,
  'too-many': 429,
  away: 503,
};

const BARE = { masked: [], receipt: null, words: null, back: null } as const;
/** What a visitor still has when something is refused. */
type Left = Partial<Pick<FeedbackOutcome, 'receipt' | 'words' | 'back'>>;

/** A refusal with what is left to the visitor: the words they wrote, and the way back. */
export function refusal(said: FeedbackRefusal, left: Left = {}): Extract<Reply, { status: number }> {
  return { status: STATUS[said], outcome: { ...BARE, said, ...left } };
}

/** Takes in votes and comments, as parsed forms. Knows nothing of HTTP but status codes. */
export class FeedbackDesk {
  #pages: { readonly site: PublicSite | null; readonly known: ReadonlyMap<string, AskingPage> } | undefined;

  constructor(
    private readonly site: Pick<PublicSiteService, 'site'>,
    private readonly feedback: Pick<FeedbackService, 'vote' | 'change' | 'comment'>,
    private readonly limits: FeedbackLimits,
    private readonly receipts: Receipts,
  ) {}

  /** Yes or no about one of the site's pages. The page's own language counts, not that of the address it is sent to. */
  async vote(form: unknown, visitor: string, now: Date): Promise<Reply> {
    const parsed = VoteForm.safeParse(form);
    if (!parsed.success) return refusal('malformed');
    const { page: back, answer: said, subject } = parsed.data;
    try {
      const page = (await this.#knownPages()).get(back);
      if (!page) return refusal('unknown-page');
      const helpful = said === 'yes';
      const suspicion = subject === '' ? null : ('trap' as const);
      const id = await this.limits.once(visitor, page.path, helpful, now, {
        store: () => this.feedback.vote({ ...page, helpful, suspicion }),
        change: (earlier) => this.feedback.change(earlier, helpful),
      });
      return this.#thanks({ id, back, at: now.getTime(), masked: null }, page.language);
    } catch (error) {
      return unavailable(error, { back: await this.#checked(back) });
    }
  }

  /** Some words to a vote that was given before. */
  async comment(form: unknown, language: Language, now: Date, count: () => Promise<void>): Promise<Reply> {
    const parsed = Comment.safeParse(form);
    if (!parsed.success) return refusal('malformed');
    const { receipt: sealed, comment: text, subject } = parsed.data;
    const receipt = this.receipts.open(sealed, now);
    if (!receipt) return refusal('expired', { words: { text, canSend: false } });
    const { back, id, at } = receipt;
    const left = { receipt: sealed, words: { text, canSend: true }, back };
    if (isBlank(text)) return { to: publicPath({ at: 'thanks', receipt: sealed }, language) };
    if (text.length > COMMENT_LENGTH) return refusal('too-long', left);
    try {
      await count();
      const suspicion: FeedbackSuspicion | null =
        subject !== '' ? 'trap' : now.getTime() - at < WRITING_MS ? 'quick' : null;
      const outcome = await this.feedback.comment(id, text, suspicion);
      if (!outcome.kept) return refusal('already', { ...left, words: { text, canSend: false } });
      return this.#thanks({ id, back, at: now.getTime(), masked: [...outcome.masked] }, language);
    } catch (error) {
      return unavailable(error, left);
    }
  }

  /** The page after a vote or a comment, by its receipt; without one, a page that says where the question is. */
  thanks(sealed: unknown, now: Date): Reply {
    const receipt = this.receipts.open(sealed, now);
    if (!receipt) return { status: 200, outcome: { ...BARE, said: 'nothing' } };
    const { back, masked } = receipt;
    const about = { ...BARE, receipt: String(sealed), back };
    const outcome: FeedbackOutcome =
      masked === null
        ? { ...about, said: 'voted', words: { text: '', canSend: true } }
        : { ...about, said: 'commented', masked };
    return { status: 200, outcome };
  }

  #thanks(receipt: Receipt, language: Language): Reply {
    return { to: publicPath({ at: 'thanks', receipt: this.receipts.seal(receipt) }, language) };
  }

  async #knownPages(): Promise<ReadonlyMap<string, AskingPage>> {
    const site = await this.site.site();
    if (this.#pages?.site !== site || !this.#pages) this.#pages = { site, known: askingPages(site) };
    return this.#pages.known;
  }

  /** The way back, if it is one: while the database is away we may not even know which pages there are. */
  async #checked(back: string): Promise<string | null> {
    const known = await this.#knownPages().catch(() => null);
    return known?.has(back) ? back : null;
  }
}

function unavailable(error: unknown, left: Left): Reply {
  const { status, retryAfter } = problemOf(error);
  if (status === 429) return { ...refusal('too-many', left), ...(retryAfter === undefined ? {} : { retryAfter }) };
  if (status !== 503) throw error;
  return { ...refusal('away', left), retryAfter: retryAfter ?? 5 };
}
