import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { COMMENT_MAX, REMARK_MAX } from '@malspar/reporting-model';
import { FocusKeeper } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import type { PendingComment } from './review-draft';

/** A comment being written beside a field, with a wording the owner can take over. Everything typed is kept at once. */
@Component({
  selector: 'ms-comment-box',
  imports: [Field, FieldControl, TranslocoDirective],
  template: `
    <section class="box" *transloco="let t" [attr.aria-label]="t('reporting.review.yourCommentOn', { field: label() })">
      <ms-field
        audience="internal"
        [fieldId]="id()"
        [label]="t('reporting.review.yourComment')"
        [hint]="t('reporting.review.commentHint')"
        [text]="comment().text"
        [max]="longest.text"
      >
        <textarea msControl rows="3" [value]="comment().text" (input)="change({ text: typed($event) })"></textarea>
      </ms-field>
      @if (suggestible()) {
        @if (comment().suggestion === null) {
          <button type="button" class="button quiet" (click)="suggest()">
            {{ t('reporting.review.suggestWording') }}
          </button>
        } @else {
          <ms-field
            [fieldId]="id() + '-suggestion'"
            [label]="t('reporting.review.suggestion')"
            [text]="comment().suggestion"
            [max]="longest.suggestion"
            [printed]="true"
          >
            <textarea
              msControl
              rows="4"
              [value]="comment().suggestion"
              (input)="change({ suggestion: typed($event) })"
            ></textarea>
          </ms-field>
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
    ms-field {
      inline-size: 100%;
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
