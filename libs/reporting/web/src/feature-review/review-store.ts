import { computed, inject, Injectable, linkedSignal, resource, signal } from '@angular/core';
import { HttpErrorResponse } from '@angular/common/http';
import {
  type AvailableTransition,
  isSignOff,
  type Report,
  type ReportDiff,
  type Revision,
  type TimelineItem,
  type TransitionReceipt,
  type TransitionRequest,
} from '@malspar/reporting-model';
import { cleanText } from '@malspar/shared-model';
import { latestValue, loadedValue, problemOf, type ProblemView, Session } from '@malspar/shared-web';
import { ReportingClient } from '../data/reporting-client';
import { TransitionStore } from '../data/transition-store';
import {
  EMPTY_DRAFT,
  type PendingComment,
  type ReviewDraft,
  ReviewDrafts,
  saysSomething,
  sendable,
} from './review-draft';
import { type NextInQueue, ReviewQueue } from './review-queue';
import {
  type Against,
  againstOf,
  fieldAnchor,
  reviewContent,
  type ReviewSubject,
  returnedRevision,
} from './review-subjects';

/** Why a decision was not taken, as the page tells it. */
export type DecisionFailure =
  /** Submitted anew after it was opened: `readNumber` is the revision that was read. */
  | { readonly kind: 'stale'; readonly readNumber: number }
  /** Somebody else has taken the report further. */
  | { readonly kind: 'moved' }
  /** No answer: whether the decision was taken is not known, and trying again is safe. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly problem: ProblemView };

/** One report under review: what it says, what is being written about it, and the decision. One per page. */
@Injectable()
export class ReviewStore {
  readonly #client = inject(ReportingClient);
  readonly #transitions = inject(TransitionStore);
  readonly #drafts = inject(ReviewDrafts);
  readonly #queue = inject(ReviewQueue);
  readonly #session = inject(Session);

  readonly #id = signal('');
  readonly #asked = signal<string | undefined>(undefined);
  readonly #failure = signal<DecisionFailure | null>(null);
  readonly #receipt = signal<TransitionReceipt | null>(null);
  readonly #next = signal<NextInQueue>('unknown');
  readonly #kept = signal(true);

  readonly #opened = resource({
    params: () => this.#id() || undefined,
    loader: ({ params: id }) => this.#load(id),
  });

  readonly #comparison = resource({
    params: () => {
      const opened = this.#known();
      if (!opened) return undefined;
      return { id: opened.report.id, version: opened.report.version, against: this.against() };
    },
    loader: ({ params: { id, against } }) => this.#compare(id, against),
  });

  /** Stays while the same version is compared with something else. */
  readonly #compared = latestValue(this.#comparison, () => `${this.report()?.id} ${this.report()?.version}`);

  readonly #known = computed(() => loadedValue(this.#opened));
  readonly #owner = computed(() => ({ person: this.#session.me()?.email ?? '', reportId: this.#id() }));
  readonly #draft = linkedSignal<ReviewDraft>(() => this.#drafts.read(this.#owner()));

  readonly report = computed(() => this.#known()?.report ?? null);
  /** The report's state, also after the decision taken here. */
  readonly state = computed(() => this.#receipt()?.to ?? this.report()?.state ?? null);
  readonly returned = computed(() => this.#known()?.returned ?? null);
  /** The revision that stands published while it is corrected. */
  readonly published = computed(() => this.report()?.correction?.revision ?? null);
  readonly against = computed<Against>(() =>
    againstOf(this.#asked(), { returned: this.returned(), published: this.published() }),
  );
  readonly loadFailure = computed<unknown>(() => this.#opened.error() ?? this.#comparison.error() ?? null);
  readonly content = computed(() => {
    const report = this.report();
    const compared = this.#compared();
    return report && compared ? reviewContent(report, compared.diff, compared.revision) : null;
  });
  /** Whether the person takes part in the work on the report, and so may read its history. */
  readonly takesPart = computed(() => (this.#compared()?.diff ?? null) !== null);
  /** What is compared with, in the server's words; null when there is nothing earlier. */
  readonly comparedWith = computed((): ReportDiff['against'] => {
    const compared = this.#compared();
    if (!compared) return null;
    if (compared.diff) return compared.diff.against;
    const last = this.report()?.lastVerdict?.period;
    return last ? { kind: 'period', label: last } : null;
  });

  readonly comments = computed(() => this.#draft().comments);
  readonly reason = computed(() => this.#draft().reason);
  readonly commentCount = computed(() => this.comments().filter(saysSomething).length);
  readonly available = computed(() => this.report()?.available ?? []);
  /** Comments go with a decision, so only who may take one can write them, and only until it is taken. */
  readonly mayComment = computed(
    () => !this.#receipt() && this.available().some((each) => each.takesComments && each.enabled),
  );
  /** The decisions that are this person's, each open or closed with the reason; submitting is the owner's own page's. */
  readonly decisions = computed(() =>
    this.available()
      .filter(({ place }) => place === 'review')
      .sort((a, b) => Number(isSignOff(b)) - Number(isSignOff(a))),
  );
  readonly decides = computed(() => !this.#receipt() && this.decisions().some(({ enabled }) => enabled));
  /** False when the browser could not keep what was last written: it is lost if the page is left. */
  readonly kept = this.#kept.asReadonly();
  /** How many of the changes have been ticked as read, of how many. */
  readonly progress = computed(() => {
    const shown = this.content()?.shown ?? [];
    return { read: shown.filter((subject) => this.hasRead(subject)).length, of: shown.length };
  });

  readonly busy = this.#transitions.busy;
  readonly failure = this.#failure.asReadonly();
  readonly receipt = this.#receipt.asReadonly();
  readonly next = this.#next.asReadonly();

  /** Shows a report, compared with what the address asks for. */
  open(id: string, asked: string | undefined): void {
    if (id !== this.#id()) {
      this.#failure.set(null);
      this.#receipt.set(null);
      this.#next.set('unknown');
    }
    this.#id.set(id);
    this.#asked.set(asked);
  }

  reload(): void {
    this.#opened.reload();
    this.#comparison.reload();
  }

  commentOn(targetCode: string | null, field: string): PendingComment | null {
    return this.comments().find((each) => each.targetCode === targetCode && each.field === field) ?? null;
  }

  /** Writes a comment beside a field, or changes the one that is there. */
  write(comment: PendingComment): void {
    const others = this.comments().filter((each) => !sameField(each, comment));
    this.#keep({ comments: [...others, comment] });
  }

  remove(comment: Pick<PendingComment, 'targetCode' | 'field'>): void {
    this.#keep({ comments: this.comments().filter((each) => !sameField(each, comment)) });
  }

  writeReason(reason: string): void {
    this.#keep({ reason });
  }

  hasRead({ targetCode }: Pick<ReviewSubject, 'targetCode'>): boolean {
    return this.#readSubjects().includes(fieldAnchor(targetCode, ''));
  }

  /** Ticks a change as read in this revision, or takes the tick away. */
  tick({ targetCode }: Pick<ReviewSubject, 'targetCode'>, read: boolean): void {
    const place = fieldAnchor(targetCode, '');
    const others = this.#readSubjects().filter((each) => each !== place);
    this.#keep({ read: { revision: this.#revision(), subjects: read ? [...others, place] : others } });
  }

  /** The report to take after this one. */
  nextInQueue(): Promise<NextInQueue> {
    return this.#queue.nextAfter(this.#id());
  }

  readonly #revision = computed(() => this.report()?.revision?.number ?? 0);

  #readSubjects(): readonly string[] {
    const { revision, subjects } = this.#draft().read;
    return revision === this.#revision() ? subjects : [];
  }

  /** Takes the decision; what was written stays until the server has said yes. */
  async decide(transition: AvailableTransition, textOfSuggestion: string): Promise<void> {
    const report = this.report();
    if (!report) return;
    this.#failure.set(null);
    const receipt = await this.#transitions.take(report.id, this.#request(transition, textOfSuggestion));
    if (!receipt) {
      const error = this.#transitions.failure();
      if (error !== null) await this.#explain(report.id, error, report.revision?.number ?? 0);
      return;
    }
    // What did not go with the decision is still unsent.
    this.#keep({ ...EMPTY_DRAFT, comments: transition.takesComments ? [] : this.comments() });
    this.#next.set(await this.nextInQueue());
    this.#receipt.set(receipt);
  }

  #request(transition: AvailableTransition, textOfSuggestion: string): TransitionRequest {
    const comments = sendable(this.comments(), textOfSuggestion);
    const hash = this.report()?.revision?.sha256;
    return {
      transition: transition.name,
      ...(hash ? { revisionHash: hash } : {}),
      ...(transition.demandsReason ? { reason: cleanText(this.reason()) } : {}),
      ...(transition.takesComments && comments.length > 0 ? { comments } : {}),
    };
  }

  // Told only when what has happened meanwhile is on the page, too.
  async #explain(id: string, error: unknown, readNumber: number): Promise<void> {
    const failure = failureOf(error, readNumber);
    if (failure.kind === 'stale' || failure.kind === 'moved') {
      const now = await this.#load(id).catch(() => null);
      if (now) this.#opened.set(now);
    }
    this.#failure.set(failure);
  }

  async #load(id: string): Promise<{ report: Report; returned: number | null }> {
    const [report, timeline] = await Promise.all([
      this.#client.report(id),
      this.#forInsiders<TimelineItem[]>(this.#client.timeline(id), []),
    ]);
    return { report, returned: returnedRevision(report, timeline) };
  }

  #keep(part: Partial<ReviewDraft>): void {
    this.#draft.update((draft) => ({ ...draft, ...part }));
    this.#kept.set(this.#drafts.write(this.#owner(), this.#draft()));
  }

  async #compare(id: string, against: Against): Promise<{ diff: ReportDiff | null; revision: Revision | null }> {
    const [diff, revision] = await Promise.all([
      this.#forInsiders<ReportDiff | null>(this.#client.diff(id, against), null),
      against === 'period' ? null : this.#client.revision(id, against),
    ]);
    return { diff, revision };
  }

  // Those who may read a report without taking part in it are told that its history is not there.
  async #forInsiders<T>(reading: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 404) return otherwise;
      throw error;
    }
  }
}

const sameField = (
  a: Pick<PendingComment, 'targetCode' | 'field'>,
  b: Pick<PendingComment, 'targetCode' | 'field'>,
): boolean => a.targetCode === b.targetCode && a.field === b.field;

/** Reads why a decision failed. */
function failureOf(error: unknown, readNumber: number): DecisionFailure {
  const problem = problemOf(error);
  if (problem.kind === 'stale-revision') return { kind: 'stale', readNumber };
  if (problem.status === 409) return { kind: 'moved' };
  return problem.kind === 'network' || problem.status >= 502 ? { kind: 'unreachable' } : { kind: 'refused', problem };
}
