import { Component, computed, inject, output, signal, viewChild, type ElementRef } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AvailableTransition } from '@malspar/reporting-model';
import { Audience, Confirm } from '@malspar/shared-web';
import { isBlank } from '@malspar/shared-model';
import { saysSomething } from './review-draft';
import { ReviewStore } from './review-store';
import { fieldAnchor } from './review-subjects';

const DECISIONS: readonly string[] = ['endorse', 'approve', 'return', 'reopen'];

/** The decision: what goes with it, the reason where one is demanded, and one button per step the server offers. */
@Component({
  selector: 'ms-decision-panel',
  imports: [Audience, TranslocoDirective],
  templateUrl: './decision-panel.html',
  styles: `
    section {
      border-block-start: 2px solid var(--ink);
      padding-block-start: var(--s4);
      margin-block-start: var(--s7);
      max-inline-size: 70ch;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3) var(--s4);
      align-items: start;
      margin-block-start: var(--s4);
    }
    .action {
      display: grid;
      gap: var(--s1);
      max-inline-size: 24rem;
    }
    .action p {
      margin: 0;
    }
  `,
})
export class DecisionPanel {
  protected readonly store = inject(ReviewStore);
  readonly decided = output<AvailableTransition>();

  readonly #confirm = inject(Confirm);
  readonly #texts = inject(TranslocoService);
  protected readonly reasonField = viewChild<ElementRef<HTMLTextAreaElement>>('reason');

  protected readonly decisions = computed(() =>
    this.store
      .available()
      .filter(({ name }) => DECISIONS.includes(name))
      .sort((a, b) => DECISIONS.indexOf(a.name) - DECISIONS.indexOf(b.name)),
  );
  protected readonly asksForReason = computed(() =>
    this.decisions().find((each) => each.demandsReason && each.enabled),
  );
  protected readonly written = computed(() => this.store.comments().filter(saysSomething));
  protected readonly reasonMissing = signal(false);
  protected readonly anchor = fieldAnchor;

  /** With comments written, sending them is the likelier act. */
  protected isPrimary({ name }: AvailableTransition): boolean {
    const withComments = this.store.commentCount() > 0;
    return name === 'return' ? withComments : (name === 'endorse' || name === 'approve') && !withComments;
  }

  protected writeReason(event: Event): void {
    this.store.writeReason((event.target as HTMLTextAreaElement).value);
    if (!isBlank(this.store.reason())) this.reasonMissing.set(false);
  }

  protected async press(decision: AvailableTransition): Promise<void> {
    if (!decision.enabled || this.store.busy()) return;
    if (decision.demandsReason && isBlank(this.store.reason())) {
      this.reasonMissing.set(true);
      this.reasonField()?.nativeElement.focus();
      return;
    }
    if (decision.name !== 'return' && this.store.commentCount() > 0 && !(await this.#leaveComments(decision))) return;
    this.decided.emit(decision);
  }

  protected jump(event: Event, id: string): void {
    const place = document.getElementById(id);
    if (!place) return;
    event.preventDefault();
    place.focus();
  }

  // Comments go with a return only: somebody who has written some and endorses is told that they are not sent.
  #leaveComments(decision: AvailableTransition): Promise<boolean> {
    const text = (key: string): string =>
      this.#texts.translate(`reporting.review.${key}`, { count: this.store.commentCount() });
    return this.#confirm.ask({
      title: text('leaveCommentsTitle'),
      text: text('leaveComments'),
      act: this.#texts.translate(`reporting.review.transition.${decision.name}`),
    });
  }
}
