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
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { FeedbackService } from './feedback.service.js';

@Controller('feedback')
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Get('pages')
  @ApiOperation({
    summary: 'List the public pages with what visitors answered',
    description:
      'For each page how many said yes and no, within a time and below a path; answers that machines gave are not counted.',
  })
  @Permission('feedback.read')
  @SerializeOptions({ schema: FeedbackPages })
  pages(@Query({ schema: FeedbackPagesQuery }) query: FeedbackPagesQuery): Promise<FeedbackPages> {
    return this.feedback.pages(query);
  }

  @Get('comments')
  @ApiOperation({
    summary: 'List what visitors wrote',
    description:
      'One shelf at a time: unread, read or suspicious. The same words about the same page are one comment, with the number of times.',
  })
  @Permission('feedback.read')
  @SerializeOptions({ schema: FeedbackComments })
  comments(@Query({ schema: FeedbackCommentsQuery }) query: FeedbackCommentsQuery): Promise<FeedbackComments> {
    return this.feedback.comments(query);
  }

  @Put('comments/:id/handled')
  @ApiOperation({
    summary: 'Mark a comment as read or unread',
    description: 'Holds for every comment with the same words about the same page. Again changes nothing.',
  })
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
