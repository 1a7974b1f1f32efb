import { PublicationDraft, PublicationPreviewReceipt } from '@malspar/publication-model';
import { BodyLimit, CurrentPrincipal, Permission } from '@malspar/shared-api';
import { PeriodCode, type Principal } from '@malspar/shared-model';
import { Body, Controller, Get, Header, Param, Post, Res, SerializeOptions, StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import * as z from 'zod';
import { PreviewService } from './preview.service.js';
import { DRAFT_LIMIT, FileName } from './publication.controller.js';

const PageLanguage = z.enum(['sv', 'en']);

@Controller()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post('publications/:period/previews')
  @ApiOperation({
    summary: 'Make a preview of a period',
    description:
      'Page and files as publishing would make them, kept for a while for the person who asked. Publishes nothing.',
  })
  @BodyLimit(DRAFT_LIMIT)
  @Permission('publication.publish')
  @SerializeOptions({ schema: PublicationPreviewReceipt })
  make(
    @CurrentPrincipal() who: Principal,
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @Body({ schema: PublicationDraft }) draft: PublicationDraft,
  ): Promise<PublicationPreviewReceipt> {
    return this.previews.make(who, period, draft);
  }

  @Get('previews/:id/pages/:language')
  @ApiOperation({
    summary: 'Read the page of a preview',
    description:
      'In Swedish or English; the very bytes that publishing would freeze. Only for the person who made the preview.',
  })
  @Permission('publication.publish')
  @Header('X-Robots-Tag', 'noindex')
  async page(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('language', { schema: PageLanguage }) language: z.infer<typeof PageLanguage>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { content, mediaType } = await this.previews.page(who, id, language);
    response.set(this.previews.pageHeaders);
    return new StreamableFile(content, { type: mediaType, length: content.length });
  }

  @Get('previews/:id/files/:name')
  @ApiOperation({
    summary: 'Fetch a file of a preview',
    description:
      'PDF, workbook, CSV, JSON or archive, as publishing would freeze it. Only for the person who made the preview.',
  })
  @Permission('publication.publish')
  async file(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('name', { schema: FileName }) name: string,
  ): Promise<StreamableFile> {
    const { content, mediaType } = await this.previews.part(who, id, name);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename="${name}"`,
      length: content.length,
    });
  }
}
