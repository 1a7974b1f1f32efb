import { CommentReply, ReportComment } from '@malspar/reporting-model';
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

  @Post(':id/comments/:commentId/reply')
  @ApiOperation({
    summary: 'Reply to a comment',
    description: 'The owner’s reply to a reviewer; while the report is returned it may be written anew.',
  })
  @HttpCode(200)
  @Permission('report.comment.reply')
  @SerializeOptions({ schema: ReportComment })
  reply(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Param('commentId', { schema: Id }) commentId: string,
    @Body({ schema: CommentReply }) { reply }: z.infer<typeof CommentReply>,
  ): Promise<ReportComment> {
    return this.comments.reply(who, id, commentId, reply);
  }
}
