import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { diffWords } from '@malspar/reporting-model';
import { PlanText } from '@malspar/shared-web';

/** One side of a changed text, its words marked as gone (`then`) or new (`now`), for the eye and for the ear. */
@Component({
  selector: 'ms-changed-words',
  imports: [PlanText, TranslocoDirective],
  // Written without line breaks between the runs: white space in a text is the writer's own.
  template: `
    <ng-container *transloco="let t">
      @for (run of runs(); track $index) {
        @if (run.kind === 'del') {
          <del
            ><span class="visually-hidden">{{ t('reporting.review.deleted') }} </span
            ><span msPlanText>{{ run.text }}</span
            ><span class="visually-hidden"> {{ t('reporting.review.deletedEnd') }}</span></del
          >
        } @else if (run.kind === 'ins') {
          <ins
            ><span class="visually-hidden">{{ t('reporting.review.inserted') }} </span
            ><span msPlanText>{{ run.text }}</span
            ><span class="visually-hidden"> {{ t('reporting.review.insertedEnd') }}</span></ins
          >
        } @else {
          <span msPlanText>{{ run.text }}</span>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    ins,
    del,
    span:not(.visually-hidden) {
      white-space: pre-line;
    }
    ins {
      text-decoration-thickness: 2px;
      text-underline-offset: 3px;
    }
    del {
      text-decoration: line-through;
    }
  `,
})
export class ChangedWords {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** `both`: one text with what is gone and what is new. */
  readonly side = input.required<'then' | 'now' | 'both'>();

  protected readonly runs = computed(() => {
    const leftOut = { then: 'ins', now: 'del', both: null }[this.side()];
    return diffWords(this.before(), this.after()).filter((run) => run.kind !== leftOut);
  });
}
