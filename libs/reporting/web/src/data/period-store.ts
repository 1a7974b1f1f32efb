import { inject, Injectable, signal } from '@angular/core';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { IntentKeys, problemOf } from '@malspar/shared-web';
import { type PeriodToOpen, ReportingClient } from './reporting-client';
import { outcomeUnknown } from './save-outcome';

export type PeriodAct = 'open' | 'move' | 'reopen';

/** Acts on reporting periods, one at a time; remembers which is under way and why the last one failed. */
@Injectable()
export class PeriodStore {
  readonly #client = inject(ReportingClient);
  readonly #keys = new IntentKeys(outcomeUnknown);
  readonly #busy = signal<PeriodAct | null>(null);
  readonly #failed = signal<{ readonly act: PeriodAct; readonly code: string | null; readonly title: string } | null>(
    null,
  );

  readonly busy = this.#busy.asReadonly();
  /** Why the last act was refused: the first error's code where there is one, and what the server says. */
  readonly failed = this.#failed.asReadonly();

  open(period: PeriodToOpen): Promise<ReportingPeriod | null> {
    const intent = JSON.stringify(period);
    return this.#act('open', () => this.#keys.use(intent, (key) => this.#client.openPeriod(period, key)));
  }

  moveDueDate({ code, version }: ReportingPeriod, dueOn: string, reason: string): Promise<ReportingPeriod | null> {
    return this.#act('move', () => this.#client.moveDueDate(code, version, { dueOn, reason }));
  }

  reopen(code: string, reason: string): Promise<ReportingPeriod | null> {
    const intent = JSON.stringify([code, reason]);
    return this.#act('reopen', () => this.#keys.use(intent, (key) => this.#client.reopenPeriod(code, reason, key)));
  }

  async #act(act: PeriodAct, work: () => Promise<ReportingPeriod>): Promise<ReportingPeriod | null> {
    // Pressed twice, it is done once.
    if (this.#busy() !== null) return null;
    this.#busy.set(act);
    this.#failed.set(null);
    try {
      return await work();
    } catch (error) {
      const { errors, title } = problemOf(error);
      this.#failed.set({ act, code: errors[0]?.code ?? null, title });
      return null;
    } finally {
      this.#busy.set(null);
    }
  }
}
