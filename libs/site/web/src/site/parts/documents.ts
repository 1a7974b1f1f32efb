import { Component, inject, input } from '@angular/core';
import { documentFilePath, type PublishedDocument } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { DocumentFacts } from './document-facts.js';

/** The plan's documents, each with form, size and date. Nothing where there are none. */
@Component({
  selector: 'ms-documents',
  imports: [DocumentFacts],
  template: `
    @if (documents().length > 0) {
      <section>
        <h2>{{ t.heading }}</h2>
        <ul class="documents">
          @for (document of documents(); track document.slug) {
            <li>
              <a [href]="path(document)" [attr.hreflang]="document.language" [attr.lang]="foreign(document)">{{
                document.title
              }}</a>
              <ms-document-facts [of]="document" />
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class Documents {
  readonly documents = input.required<readonly PublishedDocument[]>();
  readonly #context = inject(PAGE_CONTEXT);
  protected readonly t = this.#context.texts.documents;

  protected path({ slug, sha256 }: PublishedDocument): string {
    return documentFilePath(slug, sha256);
  }

  /** The document's language where it is not the page's. */
  protected foreign({ language }: PublishedDocument): string | null {
    return language === this.#context.language ? null : language;
  }
}
