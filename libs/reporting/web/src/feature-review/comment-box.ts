import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { COMMENT_MAX, REMARK_MAX } from '@malspar/reporting-model';
import { Audience, FocusKeeper, TextNotes } from '@malspar/shared-web';
import type { PendingComment } from './review-draft';

/** A comment being written beside a field, with a wording the owner can take over. Everything typed is kept at once. */
@Component({
  selector: 'ms-comment-box',
  imports: [Audience, TextNotes, TranslocoDirective],
  template: `
    <section class="box" *transloco="let t" [attr.aria-label]="t('reporting.review.yourCommentOn', { field: label() })">
      <label class="label" [for]="id()">{{ t('reporting.review.yourComment') }}</label>
      <textarea
        rows="3"
        [id]="id()"
        [value]="comment().text"
        [attr.aria-describedby]="id() + '-hint'"
        (input)="change({ text: typed($event) })"
      ></textarea>
      <ms-text-notes [text]="comment().text" [max]="longest.text" />
      <p class="hint" [id]="id() + '-hint'">{{ t('reporting.review.commentHint') }} <ms-audience of="internal" /></p>
      @if (suggestible()) {
        @if (comment().suggestion === null) {
          <button type="button" class="button quiet" (click)="suggest()">
            {{ t('reporting.review.suggestWording') }}
          </button>
        } @else {
          <label class="label" [for]="id() + '-suggestion'">{{ t('reporting.review.suggestion') }}</label>
          <textarea
            rows="4"
            [id]="id() + '-suggestion'"
            [value]="comment().suggestion"
            (input)="change({ suggestion: typed($event) })"
          ></textarea>
          <ms-text-notes [text]="comment().suggestion ?? ''" [max]="longest.suggestion" [printed]="true" />
        }
      }
      <button type="button" class="button quiet" (click)="removed.emit()">
        {{ t('reporting.review.removeComment') }}
      </button>
    </section>
  `,
  styles: `
    .box {
      display: grid;
      gap: var(--s2);
      justify-items: start;
      border-inline-start: 3px solid var(--accent);
      padding-inline-start: var(--s3);
      margin-block: var(--s2);
    }
    textarea,
    button {
      scroll-margin-block-start: 4rem;
    }
    .hint {
      margin: 0;
    }
  `,
})
export class CommentBox {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly comment = input.required<PendingComment>();
  /** The text as it stands, to begin a suggestion from. */
  readonly original = input('');
  /** Only what is words can be given another wording. */
  readonly suggestible = input(false);
  readonly changed = output<PendingComment>();
  readonly removed = output();

  readonly #focus = inject(FocusKeeper);
  protected readonly longest = { text: REMARK_MAX, suggestion: COMMENT_MAX };

  protected suggest(): void {
    this.change({ suggestion: this.original() });
    this.#focus.moveTo(`${this.id()}-suggestion`);
  }

  protected change(part: Partial<PendingComment>): void {
    this.changed.emit({ ...this.comment(), ...part });
  }

  protected typed(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }
}
