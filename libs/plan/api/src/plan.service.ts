import type { FocusArea, Plan, TargetDetail } from '@malspar/plan-model';
import type { PlainDate } from '@malspar/shared-model';
import { NotFound, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { planOf, targetDetailOf } from './plan-assembly.js';
import { type PlanHeadRow, PlanReadingRepository } from './plan-reading.repository.js';
import { NoPlan } from './plan.errors.js';

/** The plan as it stood on any date. Before its first day it says what it will say then. */
@Injectable()
export class PlanService {
  constructor(private readonly repository: PlanReadingRepository) {}

  /**
   * The current plan, or the one with the id, as it stood on the date: its last day, its amendments and what each
   * target said. One statement. Throws `NoPlan` when there is none.
   */
  async plan(tx: Tx, at: PlainDate, planId: string | null = null): Promise<Plan> {
    return (await this.tree(tx, at, planId)).plan;
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
    const { plan, head } = await this.tree(tx, at, null);
    const target = plan.focusAreas.flatMap((area) => area.targets).find((each) => each.code === code);
    if (!target) throw new NotFound();
    return targetDetailOf(target, await this.repository.versions(tx, target.id), head);
  }

  private async tree(tx: Tx, at: PlainDate, planId: string | null): Promise<{ plan: Plan; head: PlanHeadRow }> {
    const tree = await this.repository.tree(tx, at, planId);
    if (!tree) throw new NoPlan();
    return { plan: planOf(tree), head: tree.head };
  }
}
