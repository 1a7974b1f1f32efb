import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodText } from '@malspar/figures-model';
import type { PublicationReceipt } from '@malspar/publication-model';
import { Breadcrumb, FocusKeeper, language, Loaded, LoadedAs, outcomeUnknown, PageHeader } from '@malspar/shared-web';
import { ActStore } from '../data/act-store';
import { ComposeStore } from '../data/compose-store';
import { PreviewStore } from '../data/preview-store';
import { ActProblem } from '../ui/act-problem';
import { ConfirmPublish } from './confirm-publish';
import { DifferenceList } from './difference-list';
import { DraftForm } from './draft-form';
import { NoteList } from './note-list';
import { PagePreview } from './page-preview';
import { PublishReceipt } from './publish-receipt';

/** One period's report: what is written around it, what stands in its way, how it will be, and the act itself. */
@Component({
  selector: 'ms-compose-page',
  imports: [
    ActProblem,
    Breadcrumb,
    ConfirmPublish,
    DifferenceList,
    DraftForm,
    Loaded,
    LoadedAs,
    NoteList,
    PageHeader,
    PagePreview,
    PublishReceipt,
    TranslocoDirective,
  ],
  providers: [ComposeStore, PreviewStore],
  templateUrl: './compose-page.html',
  styleUrl: './compose-page.css',
})
export class ComposePage {
  readonly period = input.required<string>();
  /** The kind of content, as the address has it; absent for the usual kind. */
  readonly slag = input<string>();

  protected readonly store = inject(ComposeStore);
  protected readonly acts = inject(ActStore);
  readonly #previews = inject(PreviewStore);
  readonly #focus = inject(FocusKeeper);

  protected readonly receipt = signal<PublicationReceipt | null>(null);
  protected readonly heading = computed(() => periodText(this.period(), language()));
  protected readonly draft = this.store.draft;
  protected readonly blocked = computed(() => (this.store.preview()?.blockers.length ?? 1) > 0);
  /** The page that was looked at is not the one that would be published. */
  protected readonly unseen = computed(
    () => !this.#previews.shows(this.draft(), this.store.preview()?.contentHash ?? null),
  );
  /** What is written now can be looked at, and has not been. */
  protected readonly stale = computed(() => {
    const canShow = (this.store.preview()?.contentHash ?? null) !== null;
    return canShow && this.#previews.receipt() !== null && !this.#previews.making() && this.unseen();
  });
  /** It may be published already: what was sent is kept as it was, so that it can be sent again. */
  protected readonly unknown = computed(() => {
    const failure = this.acts.failure();
    return failure !== null && outcomeUnknown(failure);
  });

  constructor() {
    effect(() => {
      const [period, contentKind] = [this.period(), this.slag()];
      untracked(() => {
        this.receipt.set(null);
        this.acts.forget();
        this.#previews.forget();
        void this.store.open(period, contentKind);
      });
    });
  }

  /** Makes the preview of what is written now, and goes there. */
  protected async look(): Promise<void> {
    this.#focus.moveTo('preview-title');
    // What has just been typed is looked at by the server first.
    if (this.store.waiting()) await this.store.check();
    if (this.store.waiting() || !this.store.preview()?.contentHash) return;
    await this.#previews.make(this.period(), this.draft());
  }

  /** Publishes what was looked at: the server refuses if that is no longer what it would be. */
  protected async publish(confirmation: string): Promise<void> {
    const preview = this.store.preview();
    if (!preview?.contentHash || this.store.waiting() || this.unseen()) return;
    const receipt = await this.acts.publish(this.period(), {
      ...this.draft(),
      confirmation,
      version: preview.nextVersion,
      contentHash: preview.contentHash,
    });
    if (receipt) {
      this.store.done();
      this.receipt.set(receipt);
      this.#focus.moveToHeading();
      return;
    }
    // Refused: the preview may be out of date. With the outcome unknown it stays, or the retry would be another act.
    if (!this.unknown()) await this.store.check();
  }
}
