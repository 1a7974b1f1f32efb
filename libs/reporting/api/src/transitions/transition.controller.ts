import { TimelineItem, TransitionReceipt, TransitionRequest } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { BodyLimit, CurrentPrincipal, IdempotencyKey, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { TimelineService } from './timeline.service.js';
import { TransitionService } from './transition.service.js';

/** A return may carry a comment with a suggestion for every field. */
const COMMENTS_LIMIT = 512 * 1024;
const Id = z.uuid();

@Controller('reports')
export class TransitionController {
  constructor(
    private readonly transitions: TransitionService,
    private readonly timelines: TimelineService,
  ) {}

  @Post(':id/transitions')
  @ApiOperation({
    summary: 'Take a transition of a report',
    description:
      'Submit, withdraw, endorse, return, approve or reopen, with what it demands: endorsing and approving name the hash of the revision, returning gives a reason. Once for each `Idempotency-Key`; 422 says which demand is not met.',
  })
  @HttpCode(200)
  @BodyLimit(COMMENTS_LIMIT)
  @Permission('report.transition')
  @SerializeOptions({ schema: TransitionReceipt })
  take(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @IdempotencyKey() key: string,
    @Body({ schema: TransitionRequest }) request: TransitionRequest,
  ): Promise<TransitionReceipt> {
    return this.transitions.take(who, id, key, request);
  }

  @Get(':id/timeline')
  @ApiOperation({
    summary: 'List what has happened to a report',
    description:
      'Transitions, comments and replies, and what was done with its period: who, when, and the reason that was given.',
  })
  @Permission('report.read')
  @SerializeOptions({ schema: TimelineItem })
  timeline(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<TimelineItem[]> {
    return this.timelines.of(who, id);
  }
}
