import type { Plan } from '@malspar/plan-model';
import type { PlainDate } from '@malspar/shared-model';
import { planOf } from './plan-assembly.js';
import type { WholePlanRow } from './plan-reading.repository.js';

/** More than a plan has periods; each date is asked about again and again. */
const DATES = 100;

/** A plan with all that it has ever said, from which it can be put together as it stood on any date. */
export class WholePlan {
  readonly #onDates = new Map<PlainDate, Plan>();

  constructor(readonly row: WholePlanRow) {
    freeze(row);
  }

  /** The plan as it stood on the date; the same object each time. */
  on(date: PlainDate): Plan {
    let plan = this.#onDates.get(date);
    if (!plan) {
      plan = planOf(this.row, date);
      if (this.#onDates.size >= DATES) this.#onDates.clear();
      this.#onDates.set(date, freeze(plan));
    }
    return plan;
  }
}

/** Plans in memory by the version that all of them were read by; another version takes their place. */
export class PlanMemory {
  #version: string | null = null;
  readonly #plans = new Map<string | null, WholePlan>();

  /** The plan with the id (null: the current one) and its version; null when it is not held. */
  held(planId: string | null): { readonly version: string; readonly plan: WholePlan } | null {
    const plan = this.#plans.get(planId);
    return plan && this.#version !== null ? { version: this.#version, plan } : null;
  }

  keep(version: string, planId: string | null, plan: WholePlan): void {
    if (version !== this.#version) this.#plans.clear();
    this.#version = version;
    this.#plans.set(planId, plan);
    // The current plan is also found by its id.
    this.#plans.set(plan.row.head.id, plan);
  }
}

/** What many requests share none of them may change. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
