import type { WholePlan } from './whole-plan.js';

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
