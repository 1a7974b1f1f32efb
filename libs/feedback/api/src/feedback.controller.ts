import {
  FeedbackComments,
  FeedbackCommentsQuery,
  FeedbackHandling,
  FeedbackPages,
  FeedbackPagesQuery,
} from '@malspar/feedback-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Body, Controller, Get, Param, Put, Query, SerializeOptions } from '@nestjs/common';
import * as z from 'zod';
import { FeedbackService } from './feedback.service.js';

@Controller('feedback')
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Get('pages')
  @Permission('feedback.read')
  @SerializeOptions({ schema: FeedbackPages })
  pages(@Query({ schema: FeedbackPagesQuery }) query: FeedbackPagesQuery): Promise<FeedbackPages> {
    return this.feedback.pages(query);
  }

  @Get('comments')
  @Permission('feedback.read')
  @SerializeOptions({ schema: FeedbackComments })
  comments(@Query({ schema: FeedbackCommentsQuery }) query: FeedbackCommentsQuery): Promise<FeedbackComments> {
    return this.feedback.comments(query);
  }

  @Put('comments/:id/handled')
  @Permission('feedback.handle')
  @SerializeOptions({ schema: FeedbackHandling })
  handle(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: FeedbackHandling }) handling: FeedbackHandling,
  ): Promise<FeedbackHandling> {
    return this.feedback.handle(who, id, handling);
  }
}
