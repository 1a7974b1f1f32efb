import { FocusArea, Plan, TargetDetail } from '@malspar/plan-model';
import { PlainDate } from '@malspar/shared-model';
import { Clock, Database, Permission, SameForAll } from '@malspar/shared-api';
import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { PlanService } from './plan.service.js';

const AsOf = z.strictObject({ at: PlainDate.optional() });
type AsOf = z.infer<typeof AsOf>;

@Controller()
export class PlanController {
  constructor(
    private readonly plans: PlanService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('plan')
  @ApiOperation({
    summary: 'Read the plan',
    description: 'Goals, focus areas, targets and what else is in it, as it stands or as it stood on the date `at`.',
  })
  @Permission('plan.read')
  @SameForAll('plan')
  @SerializeOptions({ schema: Plan })
  plan(@Query({ schema: AsOf }) { at }: AsOf): Promise<Plan> {
    return this.plans.plan(this.database.read, at ?? this.clock.today());
  }

  @Get('focus-areas/:slug')
  @ApiOperation({
    summary: 'Read a focus area',
    description: 'With its targets, as they stand or stood on the date `at`.',
  })
  @Permission('plan.read')
  @SameForAll('plan')
  @SerializeOptions({ schema: FocusArea })
  focusArea(@Param('slug', { schema: z.string().max(80) }) slug: string): Promise<FocusArea> {
    return this.plans.focusArea(this.database.read, slug, this.clock.today());
  }

  @Get('targets/:code')
  @ApiOperation({
    summary: 'Read a target with its history',
    description: 'Every version of it with the amendment that made it; `at` says on which date it is asked about.',
  })
  @Permission('plan.read')
  @SameForAll('plan')
  @SerializeOptions({ schema: TargetDetail })
  target(
    @Param('code', { schema: z.string().max(10) }) code: string,
    @Query({ schema: AsOf }) { at }: AsOf,
  ): Promise<TargetDetail> {
    return this.plans.target(this.database.read, code, at ?? this.clock.today());
  }
}
