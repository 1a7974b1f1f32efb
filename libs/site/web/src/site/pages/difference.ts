import { Component, inject, input } from '@angular/core';
import type { PublishedDifference } from '@malspar/publication-model';
import { changedPlace, headingOf } from '../headings.js';
import { CONTEXT } from '../page-context.js';
import { DifferenceBody } from '../parts/difference-body.js';
import { Prose } from '../parts/marks.js';

/** What differs between two versions, or between a period and the year before. */
@Component({
  selector: 'ms-difference',
  imports: [DifferenceBody, Prose],
  template: `
    <h1>{{ title }}</h1>
    @if (reason(); as reason) {
      <div class="note">
        <p class="term">{{ t.difference.reason }}</p>
        <ms-prose [text]="reason" />
      </div>
    }
    <ms-difference-body [difference]="difference()" />
    <p>
      <a [href]="context.path(changedPlace(context.page, difference()))">{{ context.say(difference().after.title) }}</a>
    </p>
  `,
})
export class DifferencePage {
  readonly difference = input.required<PublishedDifference>();
  readonly reason = input.required<string | null>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly title = headingOf(this.context);
  protected readonly changedPlace = changedPlace;
}
