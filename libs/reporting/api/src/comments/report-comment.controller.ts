import { CommentAnswer, ReportComment } from '@malspar/reporting-model';
import type { Principal } from '@malspar/shared-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { ReportCommentService } from './report-comment.service.js';

const Id = z.uuid();

@Controller('reports')
export class ReportCommentController {
  constructor(private readonly comments: ReportCommentService) {}

  @Get(':id/comments')
  @ApiOperation({
    summary: 'List the comments on a report',
    description: 'Those of its reviewers, with the replies to them, in the order in which they were written.',
  })
  @Permission('report.read')
  @SerializeOptions({ schema: ReportComment })
  commentsOf(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<ReportComment[]> {
    return this.comments.of(who, id);
  }

  @Post(':id/comments/:commentId/answer')
  @ApiOperation({
    summary: 'Reply to a comment',
    description: 'The owner’s reply to a reviewer; while the report is returned it may be written anew.',
  })
  @HttpCode(200)
  @Permission('report.comment.answer')
  @SerializeOptions({ schema: ReportComment })
  answer(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Param('commentId', { schema: Id }) commentId: string,
    @Body({ schema: CommentAnswer }) { answer }: z.infer<typeof CommentAnswer>,
  ): Promise<ReportComment> {
    return this.comments.answer(who, id, commentId, answer);
  }
}
