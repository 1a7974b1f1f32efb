import { AreaResults, PlanResults, TargetResults } from '@malspar/reporting-model';
import { Permission, SameForAll } from '@malspar/shared-api';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { ResultsService } from './results.service.js';

const TargetCode = z.string().max(20);
const AreaSlug = z.string().max(80);

@Controller()
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('results')
  @ApiOperation({
    summary: 'Read the results of the whole plan',
    description: 'Approved values, assessments and verdicts of every target and focus area over time.',
  })
  @Permission('results.read')
  @SameForAll('plan', 'approved-word')
  @SerializeOptions({ schema: PlanResults })
  ofPlan(): Promise<PlanResults> {
    return this.results.ofPlan();
  }

  @Get('focus-areas/:slug/results')
  @ApiOperation({
    summary: 'Read the results of a focus area',
    description: 'Approved values, assessments and verdicts of the area and its targets over time.',
  })
  @Permission('results.read')
  @SameForAll('plan', 'approved-word')
  @SerializeOptions({ schema: AreaResults })
  ofArea(@Param('slug', { schema: AreaSlug }) slug: string): Promise<AreaResults> {
    return this.results.ofArea(slug);
  }

  @Get('targets/:code/results')
  @ApiOperation({
    summary: 'Read the results of a target',
    description: 'Its approved series, with the assessment of each period.',
  })
  @Permission('results.read')
  @SameForAll('plan', 'approved-word')
  @SerializeOptions({ schema: TargetResults })
  ofTarget(@Param('code', { schema: TargetCode }) code: string): Promise<TargetResults> {
    return this.results.ofTarget(code);
  }
}
