import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Empty, FocusKeeper, Loaded, LoadedAs, Session } from '@malspar/shared-web';
import type { PlanDocument } from '@malspar/site-model';
import { DocumentStore } from '../data/document-store';
import { DocumentForm } from './document-form';
import { DocumentRow } from './document-row';
import { SiteActProblem } from './site-act-problem';

/** The plan's documents: those on the site in their order, a new one, and those that have been taken off it. */
@Component({
  selector: 'ms-documents-page',
  imports: [DocumentForm, DocumentRow, Empty, Loaded, LoadedAs, SiteActProblem, TranslocoDirective],
  providers: [DocumentStore],
  templateUrl: './documents-page.html',
  styleUrl: './documents-page.css',
})
export class DocumentsPage {
  readonly #session = inject(Session);
  readonly #focus = inject(FocusKeeper);
  protected readonly store = inject(DocumentStore);
  protected readonly mayEdit = computed(() => this.#session.me()?.permissions.includes('site.edit') ?? false);
  /** A new empty form for each document that has been uploaded. */
  protected readonly forms = signal([0]);

  constructor() {
    void this.store.load();
  }

  protected async uploaded(document: PlanDocument): Promise<void> {
    this.forms.update(([last = 0]) => [last + 1]);
    await this.store.take('uploaded', document);
    this.#focus.moveTo('documents-done');
  }
}
