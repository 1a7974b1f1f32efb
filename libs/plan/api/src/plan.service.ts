import type { FocusArea, Plan, TargetDetail } from '@malspar/plan-model';
import type { PlainDate } from '@malspar/shared-model';
import { Database, knownVersions, NotFound, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { PlanMemory } from './plan-memory.js';
import { PlanReadingRepository } from './plan-reading.repository.js';
import { NoPlan } from './plan.errors.js';
import { targetDetailOf, WholePlan } from './whole-plan.js';

/** The plan as it stood on any date. Before its first day it says what it will say then. */
@Injectable()
export class PlanService {
  readonly #memory = new PlanMemory();

  constructor(
    private readonly database: Database,
    private readonly repository: PlanReadingRepository,
  ) {}

  /**
   * The current plan, or the one with the id, as it stood on the date: its last day, its amendments and what each
   * target said. It is shared and cannot be changed. One statement, or none when the request has read by which version the
   * plan is in memory. Throws `NoPlan` when there is none.
   */
  async plan(tx: Tx, at: PlainDate, planId: string | null = null): Promise<Plan> {
    return (await this.whole(tx, planId)).on(at);
  }

  /** A focus area of the current plan. Throws `NotFound`. */
  async focusArea(tx: Tx, slug: string, at: PlainDate): Promise<FocusArea> {
    const area = (await this.plan(tx, at)).focusAreas.find((each) => each.slug === slug);
    if (!area) throw new NotFound();
    return area;
  }

  /**
   * A target of the current plan as it read on the date, with every version and amendment. Throws `NotFound`, also
   * for a target that was not yet decided on the date.
   */
  async target(tx: Tx, code: string, at: PlainDate): Promise<TargetDetail> {
    const whole = await this.whole(tx, null);
    const target = whole
      .on(at)
      .focusAreas.flatMap((area) => area.targets)
      .find((each) => each.code === code);
    if (!target) throw new NotFound();
    return targetDetailOf(target, whole.row);
  }

  private async whole(tx: Tx, planId: string | null): Promise<WholePlan> {
    // What a transaction sees may not be what others see yet, and its own changes have no version until it ends.
    if (tx !== this.database.read) return this.read(tx, planId, null);
    const held = this.#memory.held(planId);
    if (held && held.version === knownVersions.of('plan')) return held.plan;
    return this.read(tx, planId, held, (version, plan) => this.#memory.keep(version, planId, plan));
  }

  private async read(
    tx: Tx,
    planId: string | null,
    held: { readonly version: string; readonly plan: WholePlan } | null,
    keep?: (version: string, plan: WholePlan) => void,
  ): Promise<WholePlan> {
    const { version, id, plan } = await this.repository.whole(tx, planId, held?.version ?? null);
    if (held?.version === version) return held.plan;
    if (id === null || plan === null) throw new NoPlan();
    const whole = new WholePlan(plan);
    keep?.(version, whole);
    return whole;
  }
}
