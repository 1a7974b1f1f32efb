import { Component, computed, inject, input } from '@angular/core';
import { type FeedbackOutcome, publicPath } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { Trap } from '../parts/trap.js';

/** What follows on an answer to whether a page helped: thanks, a field for a comment, or why it was not taken. */
@Component({
  selector: 'ms-feedback',
  imports: [Trap],
  template: `
    <h1>{{ t.titles[outcome().said] }}</h1>
    @if (t.texts[outcome().said]; as text) {
      <p class="lead">{{ text }}</p>
    }
    @if (outcome().masked.length > 0) {
      <p class="note">{{ t.masked(kinds()) }}</p>
    }
    @if (outcome().words; as words) {
      @if (words.canSend) {
        <form method="post" [attr.action]="action">
          <input type="hidden" name="receipt" [attr.value]="outcome().receipt" />
          <ms-trap />
          <label class="comment">
            <span>{{ t.comment }}</span>
            <textarea name="comment" rows="6" required>{{ words.text }}</textarea>
          </label>
          <p class="muted">{{ t.hint }}</p>
          <button type="submit">{{ t.send }}</button>
        </form>
      } @else if (words.text) {
        <label class="comment">
          <span>{{ t.yourWords }}</span>
          <textarea rows="6" readonly>{{ words.text }}</textarea>
        </label>
      }
    }
    <p>
      @if (outcome().back; as back) {
        <a [href]="back">{{ t.back }}</a>
      } @else {
        <a [href]="context.path({ at: 'home' })">{{ t.home }}</a>
      }
    </p>
  `,
})
export class FeedbackPage {
  readonly outcome = input.required<FeedbackOutcome>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts.feedback;
  protected readonly action = publicPath({ at: 'thanks', receipt: null }, this.context.language);
  protected readonly kinds = computed(() => this.outcome().masked.map((kind) => this.t.kinds[kind]));
}
