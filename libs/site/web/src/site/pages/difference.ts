import { Component, computed, inject, input } from '@angular/core';
import type { DifferenceContent, PageFrame } from '@malspar/site-model';
import { differenceHeading } from '../headings.js';
import { PAGE_CONTEXT } from '../page-context.js';
import { DifferenceBody } from '../parts/difference-body.js';
import { Prose } from '../parts/marks.js';

/** What differs between two versions, or between a period and the year before. */
@Component({
  selector: 'ms-difference',
  imports: [DifferenceBody, Prose],
  template: `
    <h1>{{ title() }}</h1>
    @if (page().reason; as reason) {
      <div class="note">
        <p class="term">{{ t.difference.reason }}</p>
        <ms-prose [text]="reason" />
      </div>
    }
    <ms-difference-body [difference]="page().difference" />
    <p>
      <a [href]="context.path(page().whole)">{{ context.say(page().difference.after.title) }}</a>
    </p>
  `,
})
export class DifferencePage {
  readonly page = input.required<PageFrame & DifferenceContent>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly title = computed(() => differenceHeading(this.page(), this.context));
}
