import {
  CommentAnswer,
  DraftSaved,
  EarlierWording,
  EntryContent,
  Report,
  ReportComment,
  ReportDiff,
  ReportState,
  ReportSummary,
  Revision,
  TimelineItem,
  TransitionReceipt,
  TransitionRequest,
  VerdictContent,
  YearContent,
} from '@malspar/reporting-model';
import { boundedText, PageQuery, pageOf, PeriodCode, type Principal } from '@malspar/shared-model';
import { BodyLimit, CurrentPrincipal, etagOf, IdempotencyKey, IfMatch, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, SerializeOptions } from '@nestjs/common';
import type { Response } from 'express';
import * as z from 'zod';
import { DraftService } from './draft.service.js';
import { ReportCommentService } from './report-comment.service.js';
import { ReportService } from './report.service.js';
import { TimelineService } from './timeline.service.js';
import { TransitionService } from './transition.service.js';

/** A return may carry a comment with a suggestion for every field. */
const COMMENTS_LIMIT = 512 * 1024;
const Id = z.uuid();
const TargetCode = z.string().max(20);
const RevisionNumber = z.coerce.number().int().min(1).max(1_000_000);
const ReportPage = pageOf(ReportSummary);
const ReportListQuery = PageQuery.extend({
  period: PeriodCode.optional(),
  state: ReportState.optional(),
  mine: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});
const WordingPage = pageOf(EarlierWording);
/** Wordings of one target's entry or of the verdict, of one field or all. */
const WordingQuery = PageQuery.extend({
  targetCode: boundedText(20).optional(),
  verdict: z.literal('true').optional(),
  field: boundedText(160).optional(),
});
const DiffQuery = z.strictObject({ against: z.union([z.literal('period'), RevisionNumber]).default('period') });

@Controller('reports')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly drafts: DraftService,
    private readonly transitions: TransitionService,
    private readonly comments: ReportCommentService,
    private readonly timelines: TimelineService,
  ) {}

  @Get()
  @Permission('report.read')
  @SerializeOptions({ schema: ReportPage })
  page(
    @CurrentPrincipal() who: Principal,
    @Query({ schema: ReportListQuery }) query: z.infer<typeof ReportListQuery>,
  ): Promise<z.infer<typeof ReportPage>> {
    return this.reports.page(who, query);
  }

  @Get(':id')
  @Permission('report.read')
  @SerializeOptions({ schema: Report })
  async one(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Report> {
    const report = await this.reports.one(who, id);
    response.set('ETag', etagOf(report.version));
    return report;
  }

  @Put(':id/entries/:targetCode')
  @Permission('report.write')
  @SerializeOptions({ schema: DraftSaved })
  async writeEntry(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Param('targetCode', { schema: TargetCode }) targetCode: string,
    @IfMatch() version: number,
    @Body({ schema: EntryContent }) content: EntryContent,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftSaved> {
    const saved = await this.drafts.writeEntry(who, id, targetCode, version, content);
    response.set('ETag', etagOf(saved.version));
    return saved;
  }

  @Get(':id/earlier-wordings')
  @Permission('report.write')
  @SerializeOptions({ schema: WordingPage })
  earlierWordings(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WordingQuery }) { verdict, ...query }: z.infer<typeof WordingQuery>,
  ): Promise<z.infer<typeof WordingPage>> {
    return this.drafts.earlierWordings(who, id, verdict ? { ...query, targetCode: null } : query);
  }

  @Put(':id/verdict')
  @Permission('report.write')
  @SerializeOptions({ schema: DraftSaved })
  async writeVerdict(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
    @Body({ schema: VerdictContent }) content: VerdictContent,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftSaved> {
    const saved = await this.drafts.writeVerdict(who, id, version, content);
    response.set('ETag', etagOf(saved.version));
    return saved;
  }

  @Put(':id/year')
  @Permission('report.write')
  @SerializeOptions({ schema: DraftSaved })
  async writeYear(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
    @Body({ schema: YearContent }) content: YearContent,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftSaved> {
    const saved = await this.drafts.writeYear(who, id, version, content);
    response.set('ETag', etagOf(saved.version));
    return saved;
  }

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

  @Get(':id/revisions/:number')
  @Permission('report.read')
  @SerializeOptions({ schema: Revision })
  revision(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Param('number', { schema: RevisionNumber }) number: number,
  ): Promise<Revision> {
    return this.reports.revision(who, id, number);
  }

  @Get(':id/diff')
  @Permission('report.read')
  @SerializeOptions({ schema: ReportDiff })
  diff(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DiffQuery }) { against }: z.infer<typeof DiffQuery>,
  ): Promise<ReportDiff> {
    return this.reports.diff(who, id, against);
  }

  @Get(':id/comments')
  @Permission('report.read')
  @SerializeOptions({ schema: ReportComment })
  commentsOf(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<ReportComment[]> {
    return this.comments.of(who, id);
  }

  @Post(':id/comments/:commentId/answer')
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

  @Get(':id/timeline')
  @Permission('report.read')
  @SerializeOptions({ schema: TimelineItem })
  timeline(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<TimelineItem[]> {
    return this.timelines.of(who, id);
  }
}
