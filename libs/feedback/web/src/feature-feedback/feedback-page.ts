import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type FeedbackComment, type FeedbackPages, FeedbackShelf } from '@malspar/feedback-model';
import { dateInZone } from '@malspar/shared-model';
import {
  Empty,
  FocusKeeper,
  latestValue,
  Loaded,
  LoadedAs,
  PageHeader,
  problemOf,
  type ProblemView,
  Provenance,
  Session,
} from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { FeedbackClient } from '../data/feedback-client';
import { feedbackFilter, shareOfYes, SHELF_IN_ADDRESS, SPANS } from '../data/feedback-filter';
import { CommentList } from './comment-list';
import { PageLink } from './page-link';
import { PageTable } from './page-table';
import { Pager } from './pager';

const COMMENTS_PER_PAGE = 10;
const PAGES_PER_PAGE = 20;
const UNDO_MS = 10_000;

/** What visitors think of the public pages: what they wrote, and how many each page helped. */
@Component({
  selector: 'ms-feedback-page',
  imports: [
    CommentList,
    Empty,
    Field,
    FieldControl,
    Loaded,
    LoadedAs,
    PageHeader,
    PageLink,
    Pager,
    PageTable,
    Provenance,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './feedback-page.html',
  styleUrl: './feedback-page.css',
})
export class FeedbackPage {
  /** From the address; see `FeedbackAddress`. */
  readonly tid = input<string>();
  readonly om = input<string>();
  readonly visa = input<string>();
  readonly kommentar = input<string>();
  readonly sida = input<string>();
  readonly lista = input<string>();

  readonly #client = inject(FeedbackClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #focus = inject(FocusKeeper);

  protected readonly spans = SPANS;
  protected readonly shelves = FeedbackShelf.options;
  protected readonly shelfInAddress = SHELF_IN_ADDRESS;
  protected readonly commentsPerPage = COMMENTS_PER_PAGE;
  protected readonly pagesPerPage = PAGES_PER_PAGE;
  protected readonly mayHandle = computed(() => this.#session.me()?.permissions.includes('feedback.handle') ?? false);
  protected readonly filter = computed(() =>
    feedbackFilter(
      {
        tid: this.tid(),
        om: this.om(),
        visa: this.visa(),
        kommentar: this.kommentar(),
        sida: this.sida(),
        lista: this.lista(),
      },
      dateInZone(new Date()),
    ),
  );

  protected readonly pages = resource({
    params: () => {
      const { asked, withComment, pagesPage } = this.filter();
      return { ...asked, withComment, page: pagesPage, limit: PAGES_PER_PAGE };
    },
    loader: ({ params }) => this.#client.pages(params),
  });
  protected readonly comments = resource({
    params: () => {
      const { asked, shelf, commentsPage } = this.filter();
      return { ...asked, shelf, page: commentsPage, limit: COMMENTS_PER_PAGE };
    },
    loader: ({ params }) => this.#client.comments(params),
  });
  protected readonly shownPages = latestValue(this.pages);
  protected readonly shownComments = latestValue(this.comments);
  protected readonly failure = computed(() => this.pages.error() ?? this.comments.error());

  protected readonly busy = signal(false);
  /** What was just marked, so that it can be taken back; or why it could not be. */
  protected readonly done = signal<{ readonly comment: FeedbackComment; readonly handled: boolean } | null>(null);
  protected readonly refusal = signal<ProblemView | null>(null);

  constructor() {
    effect((cleanUp) => {
      if (!this.done()) return;
      const timer = setTimeout(() => this.done.set(null), UNDO_MS);
      cleanUp(() => clearTimeout(timer));
    });
  }

  protected share(sums: FeedbackPages): number {
    return shareOfYes(sums) ?? 0;
  }

  protected chooseSpan(event: Event): void {
    const tid = (event.target as HTMLSelectElement).value;
    this.#go({ tid: tid === '365' ? null : tid });
  }

  protected chooseWithComment(event: Event): void {
    this.#go({ kommentar: (event.target as HTMLInputElement).checked ? 'ja' : null });
  }

  protected reload(): void {
    this.pages.reload();
    this.comments.reload();
  }

  protected async mark(comment: FeedbackComment, handled: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.#client.handle(comment.id, handled);
      this.done.set({ comment, handled });
      this.reload();
      // What had the focus is about to leave the list.
      this.#focus.moveTo('feedback-comments');
    } catch (error) {
      this.refusal.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  #go(queryParams: Record<string, string | null>): void {
    const fromTheStart = { sida: null, lista: null };
    void this.#router.navigate([], { queryParams: { ...queryParams, ...fromTheStart }, queryParamsHandling: 'merge' });
  }
}
