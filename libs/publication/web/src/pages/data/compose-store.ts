import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { PublicationPreview } from '@malspar/publication-model';
import { PublicationClient } from './publication-client';
import { DraftMemory } from './draft-memory';
import { EMPTY_DRAFT, gapsAfter, hasTooLong, isUnwritten, toDraft, type WrittenDraft } from './written-draft';

const PAUSE = 600;

/** One period's publication while it is put together: what is written, and what the server makes of it. */
@Injectable()
export class ComposeStore {
  readonly #client = inject(PublicationClient);
  readonly #memory = inject(DraftMemory);
  readonly #period = signal('');
  readonly #kind = signal<string | undefined>(undefined);
  readonly #written = signal(EMPTY_DRAFT);
  readonly #preview = signal<PublicationPreview | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #waiting = signal(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly written = this.#written.asReadonly();
  readonly preview = this.#preview.asReadonly();
  readonly failure = this.#failure.asReadonly();
  /** What is shown is not yet what is written. */
  readonly waiting = this.#waiting.asReadonly();
  /** A text is longer than the server takes: nothing is asked until it has been shortened. */
  readonly tooLong = computed(() => hasTooLong(this.#written()));
  readonly unwritten = computed(() => isUnwritten(this.#written()));
  /** What is written, as the server takes it. */
  readonly draft = computed(() => toDraft(this.#written(), this.#kind()));
  /** Areas in the order that they will have. */
  readonly areas = computed(() => {
    const { reports = [], order: composed = [] } = this.#preview() ?? {};
    const titles = new Map(reports.map(({ areaSlug, areaTitle }) => [areaSlug, areaTitle]));
    const { order } = this.#written();
    return [...new Set([...order, ...composed])].flatMap((slug) => {
      const title = titles.get(slug);
      return title === undefined ? [] : [{ slug, title }];
    });
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  /** `contentKind`: undefined for the usual kind. */
  open(period: string, contentKind?: string): Promise<void> {
    this.#period.set(period);
    this.#kind.set(contentKind);
    this.#written.set(this.#memory.read(period, contentKind));
    this.#preview.set(null);
    return this.check();
  }

  /** Keeps what was written, and asks for a new preview when the writing pauses. */
  write(change: Partial<WrittenDraft>): void {
    this.#written.update((written) => ({ ...written, ...change }));
    this.#memory.write(this.#written(), this.#period(), this.#kind());
    this.#waiting.set(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), PAUSE);
  }

  /** Asks the server now. A response to an older question is left aside. */
  async check(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const [asked, period, draft] = [this.#asked, this.#period(), this.draft()];
    this.#waiting.set(true);
    if (this.tooLong()) return;
    try {
      const preview = await this.#client.preview(period, draft);
      if (asked !== this.#asked) return;
      this.#preview.set(preview);
      this.#failure.set(null);
      this.#written.update((written) => ({ ...written, gaps: gapsAfter(written.gaps, preview) }));
    } catch (error) {
      if (asked === this.#asked) this.#failure.set(error);
    }
    if (asked === this.#asked) this.#waiting.set(false);
  }

  /** Published: what was written has done its work. */
  done(): void {
    clearTimeout(this.#timer);
    this.#memory.clear(this.#period(), this.#kind());
  }
}
