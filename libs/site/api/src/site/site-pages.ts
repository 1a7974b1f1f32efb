import type { Language } from '@malspar/figures-model';
import { isListed, type PublicPage, publicPath } from '@malspar/site-model';
import { CACHE } from '../stored/send-stored.js';
import { LANGUAGES } from './site-renderer.js';
import type { Stored } from '../stored/stored.js';

/** What an address answers, and how long that may be kept. */
export interface SiteResponse {
  readonly stored: Stored;
  readonly cache: string;
}

interface Slot {
  readonly page: PublicPage;
  readonly language: Language;
  /** The same for the same content. */
  readonly key: string;
  /** What stood here before, should this one not be possible to render. */
  readonly earlier: Stored | undefined;
  stored: Stored | undefined;
  rendering: Promise<Stored> | undefined;
}

type Render = (page: PublicPage, language: Language) => Promise<Stored>;

/** Every page's one rendering, by path. A page is rendered when first asked for, or before; never twice. */
export class SitePages {
  #slots = new Map<string, Slot>();

  constructor(
    private readonly render: Render,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** From now on these pages; those with the same content keep their rendering. */
  replace(pages: readonly PublicPage[], fingerprint: string): void {
    const slots = new Map<string, Slot>();
    for (const page of pages) {
      for (const language of LANGUAGES) {
        const path = publicPath(page.place, language);
        const key = keyOf(page, fingerprint);
        const before = this.#slots.get(path);
        const slot =
          before?.key === key
            ? before
            : {
                page,
                language,
                key,
                earlier: before?.stored ?? before?.earlier,
                stored: undefined,
                rendering: undefined,
              };
        slots.set(path, slot);
        if (page.alsoAt) slots.set(publicPath(page.alsoAt, language), slot);
      }
    }
    this.#slots = slots;
  }

  paths(): string[] {
    return [...this.#slots].flatMap(([path, { page }]) => (isListed(page) ? [path] : []));
  }

  /** Null where there is no such page. */
  async found(path: string): Promise<SiteResponse | null> {
    const slot = this.#slots.get(path);
    if (!slot) return null;
    return { stored: await this.#storedOf(slot), cache: CACHE.current };
  }

  /** As `found`, where the page has been rendered; undefined otherwise. */
  atHand(path: string): SiteResponse | undefined {
    const { stored, page } = this.#slots.get(path) ?? {};
    return stored && page && page.kind !== 'not-found' ? { stored, cache: CACHE.current } : undefined;
  }

  /** Renders what is not yet rendered, one at a time and never in a hurry; those most asked for first. */
  async renderAll(): Promise<void> {
    const slots = this.#slots;
    for (const slot of new Set(slots.values())) {
      // Others have taken their place.
      if (slots !== this.#slots) return;
      if (slot.stored) continue;
      await this.#storedOf(slot).catch(this.failed);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #storedOf(slot: Slot): Promise<Stored> {
    if (slot.stored) return slot.stored;
    slot.rendering ??= this.render(slot.page, slot.language);
    try {
      return (slot.stored = await slot.rendering);
    } catch (error) {
      slot.rendering = undefined;
      if (!slot.earlier) throw error;
      this.failed(error);
      return slot.earlier;
    }
  }
}

/** A frozen page is known by what is frozen on it and said above it; the others change with what is published. */
const keyOf = ({ key, overtaken = [] }: PublicPage, fingerprint: string): string =>
  key === undefined ? fingerprint : `${key} ${JSON.stringify(overtaken)}`;
