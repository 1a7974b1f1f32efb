import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { fileSize, FocusKeeper, formatDate, formatDateTime, Provenance } from '@malspar/shared-web';
import { documentFilePath, documentPath, type PlanDocument } from '@malspar/site-model';
import { DocumentStore } from '../data/document-store';
import { DocumentForm } from './document-form';

function newestOf({ versions: [newest] }: PlanDocument): PlanDocument['versions'][number] {
  if (!newest) throw new Error('A document has at least one version');
  return newest;
}

/** One document with what can be done with it. */
@Component({
  selector: 'ms-document-row',
  imports: [DocumentForm, Provenance, TranslocoDirective],
  templateUrl: './document-row.html',
  styleUrl: './document-row.css',
})
export class DocumentRow {
  readonly document = input.required<PlanDocument>();
  readonly mayEdit = input(false);
  readonly first = input(false);
  readonly last = input(false);

  readonly #announcer = inject(LiveAnnouncer);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #keeper = inject(FocusKeeper);
  protected readonly store = inject(DocumentStore);
  protected readonly formatDate = formatDate;
  protected readonly formatDateTime = formatDateTime;
  protected readonly fileSize = fileSize;
  protected readonly open = signal<'describe' | 'replace' | null>(null);
  protected readonly withdrawn = computed(() => this.document().position === null);
  /** The newest file. */
  protected readonly newest = computed(() => newestOf(this.document()));
  protected readonly earlier = computed(() => this.document().versions.slice(1));
  /** Where the newest file is: on the site, or here when it is not there any more. */
  protected readonly address = computed(() => {
    const { slug } = this.document();
    return this.withdrawn() ? this.own(this.newest().version) : documentFilePath(slug, this.newest().sha256);
  });
  protected readonly path = computed(() => documentPath(this.document().slug));

  protected own(version: number): string {
    return `/api/v1/site/documents/${this.document().id}/versions/${version}`;
  }

  protected toggle(form: 'describe' | 'replace'): void {
    this.store.forget();
    this.open.update((open) => (open === form ? null : form));
  }

  protected close(form: 'describe' | 'replace'): void {
    this.open.set(null);
    this.#moveTo(`.${form}`);
  }

  protected async replaced(document: PlanDocument): Promise<void> {
    this.open.set(null);
    await this.store.take('replaced', document);
    this.#moveTo('.replace');
  }

  protected async move(step: -1 | 1, said: string): Promise<void> {
    const moving = this.store.move(this.document().id, step);
    // The row is moved in the page and would lose the focus.
    this.#moveTo(step < 0 ? '.up' : '.down');
    if (await moving) void this.#announcer.announce(said);
  }

  #moveTo(selector: string): void {
    this.#keeper.moveTo(() => this.#element.nativeElement.querySelector<HTMLElement>(selector));
  }
}
