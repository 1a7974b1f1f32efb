import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublicationDraft } from '@malspar/publication-model';
import { ProblemNotice, problemOf } from '@malspar/shared-web';
import { previewedLink } from '../data/preview-links';
import { PreviewStore } from '../data/preview-store';
import { fileOfPreview, pageOfPreview } from '../data/publication-client';
import { FileList } from '../ui/file-list';

const LANGUAGES = ['sv', 'en'] as const;
const WIDTHS = ['wide', 'narrow'] as const;

/** The page in a frame of its own, byte for byte as it would be published, and the files beside it. */
@Component({
  selector: 'ms-page-preview',
  imports: [FileList, ProblemNotice, TranslocoDirective],
  templateUrl: './page-preview.html',
  styleUrl: './page-preview.css',
})
export class PagePreview {
  readonly period = input.required<string>();
  readonly draft = input.required<PublicationDraft>();
  /** Of what would be published now; null while it cannot be put together. */
  readonly contentHash = input.required<string | null>();
  /** The draft has not been looked at by the server yet. */
  readonly waiting = input.required<boolean>();
  /** What is shown is not what is written now. */
  readonly stale = input.required<boolean>();
  /** What is written now is to be shown. */
  readonly lookedFor = output();

  protected readonly store = inject(PreviewStore);
  protected readonly problemOf = problemOf;
  protected readonly languages = LANGUAGES;
  protected readonly widths = WIDTHS;
  protected readonly language = signal<(typeof LANGUAGES)[number]>('sv');
  protected readonly width = signal<(typeof WIDTHS)[number]>('wide');
  /** A link was followed whose address comes with the publication. */
  protected readonly soughtTooEarly = signal(false);
  /** Until the page is there, a link in it would be followed within the frame. */
  protected readonly loading = signal(false);
  protected readonly address = computed(() => {
    const receipt = this.store.receipt();
    return receipt && pageOfPreview(receipt.id, this.language());
  });
  protected readonly files = computed(() => {
    const receipt = this.store.receipt();
    return receipt && { addressOf: fileOfPreview(receipt.id), list: receipt.files };
  });
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');

  constructor() {
    // The first one is made without being asked for; later ones when the coordinator wants to see the changes.
    effect(() => {
      const ready = this.contentHash() !== null && !this.waiting();
      untracked(() => {
        if (ready && !this.store.receipt() && !this.store.failure()) void this.make();
      });
    });
    effect(() => {
      const [frame, address] = [this.frame()?.nativeElement, this.address()];
      // Not `src`: a new address would be a step to go back to.
      if (!frame || !address) return;
      this.loading.set(true);
      frame.contentWindow?.location.replace(address);
    });
  }

  protected make(): Promise<void> {
    return this.store.make(this.period(), this.draft());
  }

  /** What the page leads to is opened beside the app: other pages may not stand in a frame. */
  protected leadElsewhere(): void {
    this.loading.set(false);
    const page = this.frame()?.nativeElement.contentDocument;
    page?.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      const receipt = this.store.receipt();
      if (!link || !receipt || link.getAttribute('href')?.startsWith('#')) return;
      event.preventDefault();
      const address = previewedLink(link, this.period(), receipt);
      this.soughtTooEarly.set(address === null);
      if (address !== null) window.open(address, '_blank', 'noopener');
    });
    page?.addEventListener('submit', (event) => event.preventDefault());
  }
}
