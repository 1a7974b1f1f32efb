import { Component, inject, input } from '@angular/core';
import { leadsSomewhere, type WordsKind } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { Sections } from '../parts/sections.js';

/** Pages that are words alone: privacy, glossary, and the one that says that there is nothing here. */
@Component({
  selector: 'ms-words',
  imports: [Sections],
  template: `
    @switch (kind()) {
      @case ('privacy') {
        <h1>{{ t.words.privacy.title }}</h1>
        <ms-sections [sections]="t.words.privacy.sections" />
      }
      @case ('glossary') {
        <h1>{{ t.words.glossary.title }}</h1>
        <dl class="glossary">
          @for (term of t.words.glossary.terms; track $index) {
            <div>
              <dt>{{ term[0] }}</dt>
              <dd>{{ term[1] }}</dd>
            </div>
          }
        </dl>
      }
      @case ('too-many') {
        <h1>{{ t.tooMany.title }}</h1>
        <p class="lead">{{ t.tooMany.text }}</p>
      }
      @case ('not-found') {
        <h1>{{ t.words['not-found'].title }}</h1>
        <p class="lead">{{ t.words['not-found'].text }}</p>
        <p>
          <a [href]="context.path({ at: 'home' })">{{ t.nav.home }}</a>
        </p>
        @if (isSearched) {
          <p>
            <a [href]="context.path({ at: 'search' })">{{ t.nav.search }}</a>
          </p>
        }
      }
    }
  `,
})
export class WordsPage {
  readonly kind = input.required<WordsKind>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly isSearched = leadsSomewhere(this.context.page, 'search');
}
