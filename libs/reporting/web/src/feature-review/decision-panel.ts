import { Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type AvailableTransition, COMMENT_MAX, isSignOff, REASON_MAX, REMARK_MAX } from '@malspar/reporting-model';
import { isBlank } from '@malspar/shared-model';
import { FocusKeeper, isTooLong, PlanText } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import type { Translate } from '../ui/period-words';
import { KeepsViewClear } from './keeps-view-clear';
import { saysSomething } from './review-draft';
import { ReviewStore } from './review-store';
import { fieldAnchor } from './review-subjects';

/**
 * The decision, in a foot that stays in view: how much has been read, the comments that go with it, and one button per
 * transition the server offers. One that demands a reason opens the field for it first.
 */
@Component({
  selector: 'ms-decision-panel',
  imports: [Field, FieldControl, PlanText, TranslocoDirective],
  hostDirectives: [KeepsViewClear],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.css',
  host: { '[class.idle]': 'store.decisions().length === 0' },
})
export class DecisionPanel {
  protected readonly store = inject(ReviewStore);
  readonly decided = output<AvailableTransition>();

  readonly #focus = inject(FocusKeeper);
  protected readonly longest = REASON_MAX;

  // A reason that was begun on an earlier visit stands open.
  readonly #opened = linkedSignal<string | undefined, AvailableTransition['name'] | null>({
    source: computed(() => this.store.report()?.id),
    computation: () => (this.store.reason() === '' ? null : (this.store.decisions().find(asksForReason)?.name ?? null)),
  });
  /** The decision whose reason is being written. */
  protected readonly opened = computed(
    () => this.store.decisions().find((each) => each.name === this.#opened() && asksForReason(each)) ?? null,
  );
  /** While a reason is being written there is one decision to take. */
  protected readonly offered = computed(() => {
    const opened = this.opened();
    return opened ? [opened] : this.store.decisions();
  });
  protected readonly written = computed(() => this.store.comments().filter(saysSomething));
  protected readonly reasonMissing = signal(false);
  protected readonly anchor = fieldAnchor;

  protected isPrimary(decision: AvailableTransition): boolean {
    return decision.demandsReason ? this.opened() !== null : isSignOff(decision);
  }

  protected words(t: Translate, { name, takesComments }: AvailableTransition): string {
    const count = this.store.commentCount();
    const act = t(`reporting.review.transition.${name}`);
    if (!takesComments || count === 0) return act;
    return t(`reporting.review.${count === 1 ? 'withOne' : 'withComments'}`, { act, count });
  }

  protected writeReason(event: Event): void {
    this.store.writeReason((event.target as HTMLTextAreaElement).value);
    if (!isBlank(this.store.reason())) this.reasonMissing.set(false);
  }

  protected press(decision: AvailableTransition): void {
    if (!decision.enabled || this.store.busy()) return;
    if (decision.demandsReason && this.opened() === null) {
      this.#opened.set(decision.name);
      this.#focus.moveTo('decision-reason');
    } else if (decision.demandsReason && isBlank(this.store.reason())) {
      this.reasonMissing.set(true);
      this.#focus.moveTo('decision-reason');
    } else {
      const tooLong = this.#firstTooLong(decision);
      if (tooLong) this.#focus.moveTo(tooLong);
      else this.decided.emit(decision);
    }
  }

  /** The id of the first field that would go with the decision and is longer than it may be. */
  #firstTooLong({ demandsReason, takesComments }: AvailableTransition): string | null {
    if (demandsReason && isTooLong(this.store.reason(), REASON_MAX)) return 'decision-reason';
    for (const { targetCode, field, text, suggestion } of takesComments ? this.written() : []) {
      const id = `${fieldAnchor(targetCode, field)}-comment`;
      if (isTooLong(text, REMARK_MAX)) return id;
      if (isTooLong(suggestion ?? '', COMMENT_MAX)) return `${id}-suggestion`;
    }
    return null;
  }

  /** Leaves the reason as it is written, for another decision. */
  protected close(): void {
    const name = this.opened()?.name;
    this.#opened.set(null);
    this.reasonMissing.set(false);
    this.#focus.moveTo(`decide-${name}`);
  }

  protected jump(event: Event, id: string): void {
    event.preventDefault();
    this.#focus.moveTo(id);
  }
}

const asksForReason = ({ demandsReason, enabled }: AvailableTransition): boolean => demandsReason && enabled;
