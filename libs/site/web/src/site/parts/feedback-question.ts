import { Component, inject } from '@angular/core';
import { feedbackAddress } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { Trap } from './trap.js';

/** Whether the page helped: one form, two buttons. It depends on nothing but where the page is. */
@Component({
  selector: 'ms-feedback-question',
  imports: [Trap],
  template: `
    <form class="question" method="post" [attr.action]="action">
      <fieldset>
        <legend>{{ t.question }}</legend>
        <input type="hidden" name="page" [attr.value]="path" />
        <ms-trap />
        <button type="submit" name="answer" value="yes">{{ t.yes }}</button>
        <button type="submit" name="answer" value="no">{{ t.no }}</button>
      </fieldset>
    </form>
  `,
})
export class FeedbackQuestion {
  readonly #context = inject(PAGE_CONTEXT);
  protected readonly t = this.#context.texts.feedback;
  protected readonly action = feedbackAddress(this.#context.language);
  protected readonly path = this.#context.path(this.#context.page.place);
}
