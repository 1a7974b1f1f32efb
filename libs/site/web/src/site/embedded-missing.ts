import { Component, inject } from '@angular/core';
import { PAGE_CONTEXT } from './page-context.js';

/** What another website shows in its frame when the figure that it asks for is not there. */
@Component({
  selector: 'ms-public-site',
  template: `
    <main class="embedded" [attr.aria-label]="t.embed.missing.title">
      <h1>{{ t.embed.missing.title }}</h1>
      <p>{{ t.embed.missing.text }}</p>
      <p class="source">
        <a [href]="context.path({ at: 'home' })" target="_blank" rel="noopener">{{ t.embed.missing.home }}</a>
      </p>
    </main>
  `,
})
export class EmbeddedMissing {
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
}
