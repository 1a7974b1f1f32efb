import { inject, Injectable, signal } from '@angular/core';
import type { ReportingPeriod } from '@malspar/reporting-model';
import type { FieldError } from '@malspar/shared-model';
import { IntentKeys, problemOf } from '@malspar/shared-web';
import { type DueDateMove, type PeriodToOpen, ReportingClient } from './reporting-client';
import { outcomeUnknown } from './save-outcome';

/** The server's word for days that may be a slip: the same request is taken once they are confirmed. */
const DOUBTFUL = 'period-doubtful';

export type PeriodAct = 'open' | 'move' | 'reopen';

/** Why an act was not done: what is wrong with it, or what is asked before it is. */
export interface FailedAct {
  readonly act: PeriodAct;
  /** The first error's code. */
  readonly code: string | null;
  readonly title: string;
  readonly doubts: readonly FieldError[];
}

/** Acts on reporting periods, one at a time; remembers which is under way and why the last one failed. */
@Injectable()
export class PeriodStore {
  readonly #client = inject(ReportingClient);
  readonly #keys = new IntentKeys(outcomeUnknown);
  readonly #busy = signal<PeriodAct | null>(null);
  readonly #failed = signal<FailedAct | null>(null);

  readonly busy = this.#busy.asReadonly();
  readonly failed = this.#failed.asReadonly();

  open(period: PeriodToOpen): Promise<ReportingPeriod | null> {
    const intent = JSON.stringify(period);
    return this.#act('open', () => this.#keys.use(intent, (key) => this.#client.openPeriod(period, key)));
  }

  moveDueDate({ code, version }: ReportingPeriod, move: DueDateMove): Promise<ReportingPeriod | null> {
    return this.#act('move', () => this.#client.moveDueDate(code, version, move));
  }

  reopen(code: string, reason: string): Promise<ReportingPeriod | null> {
    const intent = JSON.stringify([code, reason]);
    return this.#act('reopen', () => this.#keys.use(intent, (key) => this.#client.reopenPeriod(code, reason, key)));
  }

  /** Drops what was said of the last act, once what it was about has been changed. */
  forget(): void {
    this.#failed.set(null);
  }

  async #act(act: PeriodAct, work: () => Promise<ReportingPeriod>): Promise<ReportingPeriod | null> {
    // Pressed twice, it is done once.
    if (this.#busy() !== null) return null;
    this.#busy.set(act);
    this.#failed.set(null);
    try {
      return await work();
    } catch (error) {
      const { errors, title, kind } = problemOf(error);
      const doubts = kind === DOUBTFUL ? errors : [];
      this.#failed.set({ act, code: errors[0]?.code ?? null, title, doubts });
      return null;
    } finally {
      this.#busy.set(null);
    }
  }
}
