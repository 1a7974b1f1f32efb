import { Component, inject, input } from '@angular/core';
import { type PublishedTarget, softCheckWords } from '@malspar/environmental-report-model';
import { periodText } from '@malspar/figures-model';
import { ExampleMark, PlanText, Prose } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { AssessmentMark } from './judgements.js';

/** What was said of a target: the assessment, the comment, why a value is missing, the measure. */
@Component({
  selector: 'ms-answer',
  imports: [AssessmentMark, ExampleMark, Prose, PlanText],
  template: `
    <p class="verdict-line">
      <ms-assessment [value]="target().answer.assessment" />
      <span class="muted">{{ t.target.assessedFor(period()) }}</span>
      <ms-example [of]="target().answer.provenance" />
    </p>
    <ms-prose [text]="target().answer.comment" />
    @if (target().answer.noValueReason; as reason) {
      <p>
        {{ t.target.noValue }} <span msPlanText>{{ reason }}</span>
      </p>
    }
    @if (target().answer.measure; as measure) {
      <div class="measure">
        <p class="term">{{ t.target.measure }}</p>
        <ms-prose [text]="measure.text" />
        <p class="muted">
          @if (measure.responsible) {
            {{ t.target.responsible }} <span msPlanText>{{ measure.responsible }}</span>.
          }
          @if (measure.dueOn; as dueOn) {
            {{ t.target.due(context.date(dueOn)) }}
          }
        </p>
      </div>
    }
    @for (each of target().answer.explanations ?? []; track $index) {
      <p>
        <span class="term">{{ context.say(about[each.check]) }}:</span>&ngsp;<span msPlanText>{{ each.text }}</span>
      </p>
    }
  `,
})
export class Entry {
  readonly target = input.required<PublishedTarget>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly about = softCheckWords;

  protected period(): string {
    return periodText(this.target().answer.period, this.context.language);
  }
}
