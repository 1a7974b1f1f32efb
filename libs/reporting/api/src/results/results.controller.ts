import { AreaResults, PlanResults, TargetResults } from '@malspar/reporting-model';
import { Permission, SameForAll } from '@malspar/shared-api';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import * as z from 'zod';
import { ResultsService } from './results.service.js';

const TargetCode = z.string().max(20);
const AreaSlug = z.string().max(80);

@Controller()
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('results')
  @Permission('results.read')
  @SameForAll('plan', 'approved-word')
  @SerializeOptions({ schema: PlanResults })
  ofPlan(): Promise<PlanResults> {
    return this.results.ofPlan();
  }

  @Get('focus-areas/:slug/results')
  @Permission('results.read')
  @SameForAll('plan', 'approved-word')
  @SerializeOptions({ schema: AreaResults })
  ofArea(@Param('slug', { schema: AreaSlug }) slug: string): Promise<AreaResults> {
    return this.results.ofArea(slug);
  }

  @Get('targets/:code/results')
  @Permission('results.read')
  @SameForAll('plan', 'approved-word')
  @SerializeOptions({ schema: TargetResults })
  ofTarget(@Param('code', { schema: TargetCode }) code: string): Promise<TargetResults> {
    return this.results.ofTarget(code);
  }
}
