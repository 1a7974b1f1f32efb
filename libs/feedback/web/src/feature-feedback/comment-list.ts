import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FeedbackComment } from '@malspar/feedback-model';
import { formatDate, Provenance } from '@malspar/shared-web';
import { PageLink } from './page-link';

/** What visitors wrote, each with the page that it is about. */
@Component({
  selector: 'ms-comment-list',
  imports: [PageLink, Provenance, TranslocoDirective],
  templateUrl: './comment-list.html',
  styleUrl: './comment-list.css',
})
export class CommentList {
  readonly comments = input.required<readonly FeedbackComment[]>();
  readonly canHandle = input.required<boolean>();
  readonly busy = input.required<boolean>();
  /** Whether it is to be marked as read (true) or as not read. */
  readonly handle = output<{ readonly comment: FeedbackComment; readonly handled: boolean }>();

  protected readonly formatDate = formatDate;

  /** The vote of the writer; several may have written the same and voted differently. */
  protected voted({ yes, times }: FeedbackComment): 'yes' | 'no' | 'mixed' {
    return yes === times ? 'yes' : yes === 0 ? 'no' : 'mixed';
  }
}
