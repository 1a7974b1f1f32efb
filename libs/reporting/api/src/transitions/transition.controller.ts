import { TimelineItem, TransitionReceipt, TransitionRequest } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { BodyLimit, CurrentPrincipal, IdempotencyKey, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
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
  @Permission('report.read')
  @SerializeOptions({ schema: TimelineItem })
  timeline(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<TimelineItem[]> {
    return this.timelines.of(who, id);
  }
}
