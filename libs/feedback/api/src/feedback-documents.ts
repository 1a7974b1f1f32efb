import type { Language } from '@malspar/figures-model';
import type { PublicSiteService } from '@malspar/site-api';
import { type FeedbackOutcome, type PublicSite, siteFrame } from '@malspar/site-model';
import { escapeMarkup } from '@malspar/shared-model';

type Site = Pick<PublicSiteService, 'page' | 'site'>;

/** What stands in a document where something of one request is to stand. */
const BLANKS = { receipt: 'blank-for-receipt', back: 'blank-for-back', text: 'blank-for-text' } as const;
const BLANK = /blank-for-(receipt|back|text)/g;

/**
 * The pages that follow on an answer. Each is rendered once, with blanks, and filled in for each request: a thousand
 * votes a second cost no more rendering than one.
 */
export class FeedbackDocuments {
  readonly #rendered = new Map<string, Promise<string>>();
  #site: PublicSite | null = null;

  constructor(private readonly site: Site) {}

  async html(outcome: FeedbackOutcome, language: Language): Promise<string> {
    const { receipt, words, back } = outcome;
    const values = { receipt: receipt ?? '', back: back ?? '', text: words?.text ?? '' };
    const document = await this.#document(
      {
        ...outcome,
        masked: [...outcome.masked].sort(),
        receipt: receipt === null ? null : BLANKS.receipt,
        words: words && { ...words, text: words.text === '' ? '' : BLANKS.text },
        back: back === null ? null : BLANKS.back,
      },
      language,
    );
    return document.replace(BLANK, (_blank, name: keyof typeof values) => escapeMarkup(values[name]));
  }

  async #document(outcome: FeedbackOutcome, language: Language): Promise<string> {
    // What to put in the head of the page is nice to have, and no reason to have no page.
    const site = await this.site.site().catch(() => null);
    if (site !== this.#site) this.#rendered.clear();
    this.#site = site;
    const key = `${language} ${JSON.stringify(outcome)}`;
    const rendering = this.#rendered.get(key) ?? this.#render(outcome, language, site);
    this.#rendered.set(key, rendering);
    return rendering.catch((error: unknown) => {
      this.#rendered.delete(key);
      throw error;
    });
  }

  #render(outcome: FeedbackOutcome, language: Language, site: PublicSite | null): Promise<string> {
    const place = { at: 'thanks', receipt: outcome.receipt } as const;
    return this.site.page({ kind: 'feedback', place, ...siteFrame(site), changedOn: null, outcome }, language);
  }
}
