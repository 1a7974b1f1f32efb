import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReportComment } from '@malspar/reporting-model';
import { isBlank } from '@malspar/shared-model';
import { FocusKeeper, formatDate, Words } from '@malspar/shared-web';
import { replyId } from '../field-names';
import { TextField } from './text-field';

/** A reviewer's comment beside its field, with the wording it suggests and the owner's reply. */
@Component({
  selector: 'ms-field-comment',
  imports: [TranslocoDirective, TextField, Words],
  template: `
    <section class="comment" [class.replied]="comment().reply !== null" *transloco="let t">
      <p class="who">
        {{ t('reporting.report.commentBy', { author: comment().author, date: date(comment().createdAt) }) }}
      </p>
      <ms-words [text]="comment().text" />
      @if (comment().suggestion; as suggestion) {
        <figure class="suggestion">
          <figcaption>{{ t('reporting.report.suggestion') }}</figcaption>
          <blockquote><ms-words [text]="suggestion" /></blockquote>
        </figure>
        @if (writable() && comment().reply === null) {
          <button
            type="button"
            class="button"
            [attr.aria-disabled]="taken()"
            (click)="take(t('reporting.report.suggestionTaken'))"
          >
            {{ t(taken() ? 'reporting.report.suggestionIsTaken' : 'reporting.report.takeSuggestion') }}
          </button>
        }
      }
      @if (!changing() && comment().reply; as reply) {
        <p class="who">
          {{ t('reporting.report.replyBy', { author: comment().repliedBy ?? '', date: date(comment().repliedAt) }) }}
        </p>
        <ms-words [text]="reply" />
        @if (changeable()) {
          <button type="button" class="button quiet" (click)="change(reply)">
            {{ t('reporting.report.changeReply') }}
          </button>
        }
      } @else if (writable()) {
        <ms-text-field
          [fieldId]="replyId(comment().id)"
          [label]="t('reporting.report.reply')"
          [need]="t('reporting.report.need.' + (comment().needsReply ? 'must' : 'may'))"
          audience="reviewer"
          [lines]="2"
          [max]="2000"
          [text]="reply()"
          [error]="problem()"
          (typed)="write($event)"
        />
        <button type="button" class="button" [attr.aria-disabled]="busy() || isBlank(reply())" (click)="send()">
          {{ t('reporting.report.sendReply') }}
        </button>
      }
    </section>
  `,
  styles: `
    .comment {
      border-inline-start: 3px solid var(--warn);
      padding: var(--s2) 0 var(--s2) var(--s3);
      display: grid;
      gap: var(--s2);
      justify-items: start;
    }
    .comment.replied {
      border-color: var(--line);
    }
    ms-text-field {
      inline-size: 100%;
    }
    .who {
      margin: 0;
      color: var(--muted);
      font-size: 0.9375rem;
    }
    .suggestion {
      margin: 0;
      inline-size: 100%;
    }
    figcaption {
      font-weight: 600;
    }
    blockquote {
      margin: 0;
      padding: var(--s2) var(--s3);
      background: var(--surface);
      border: 1px solid var(--line);
    }
  `,
})
export class FieldComment {
  readonly comment = input.required<ReportComment>();
  readonly writable = input(false);
  /** Whether a reply that has been given may still be changed. */
  readonly changeable = input(false);
  readonly busy = input(false);
  readonly problem = input<string | null>(null);
  /** What was written and not sent on an earlier visit. */
  readonly unsent = input('');
  readonly suggestionTaken = output<string>();
  readonly written = output<string>();
  readonly replied = output<string>();

  protected readonly isBlank = isBlank;
  protected readonly replyId = replyId;
  readonly #focus = inject(FocusKeeper);
  protected readonly reply = linkedSignal(() => this.unsent());
  protected readonly changing = linkedSignal({
    source: computed(() => this.comment().reply),
    computation: () => false,
  });
  protected readonly taken = linkedSignal({ source: computed(() => this.comment().id), computation: () => false });

  protected change(reply: string): void {
    this.reply.set(reply);
    this.changing.set(true);
  }

  protected take(words: string): void {
    if (this.taken()) return;
    this.taken.set(true);
    this.suggestionTaken.emit(this.comment().suggestion ?? '');
    if (isBlank(this.reply())) this.write(words);
    this.#focus.moveTo(replyId(this.comment().id));
  }

  protected write(text: string): void {
    this.reply.set(text);
    this.written.emit(text);
  }

  protected send(): void {
    if (!this.busy() && !isBlank(this.reply())) this.replied.emit(this.reply());
  }

  protected date(instant: string | null): string {
    return instant === null ? '' : formatDate(instant);
  }
}
