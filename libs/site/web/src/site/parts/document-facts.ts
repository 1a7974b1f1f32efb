import { Component, inject, input } from '@angular/core';
import type { PublishedDocument } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { ExampleMark } from './marks.js';

/** What stands after a document's title: that it is an example, form, size, date, and its language if another. */
@Component({
  selector: 'ms-document-facts',
  imports: [ExampleMark],
  template: `
    <ms-example [of]="of().illustrative ? 'illustrative' : null" />&ngsp;
    <span class="muted">{{ about(of()) }}{{ of().language === language ? '' : ', ' + t.otherLanguage }}</span>
  `,
})
export class DocumentFacts {
  readonly of = input.required<PublishedDocument>();
  readonly #context = inject(PAGE_CONTEXT);
  protected readonly language = this.#context.language;
  protected readonly t = this.#context.texts.documents;

  protected about({ bytes, date }: PublishedDocument): string {
    return this.t.about('PDF', this.#context.size(bytes), this.#context.date(date));
  }
}
