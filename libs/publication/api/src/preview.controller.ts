import { PublicationDraft, PublicationPreviewReceipt } from '@malspar/publication-model';
import { BodyLimit, CurrentPrincipal, Permission } from '@malspar/shared-api';
import { PeriodCode, type Principal } from '@malspar/shared-model';
import { Body, Controller, Get, Header, Param, Post, Res, SerializeOptions, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import * as z from 'zod';
import { PreviewService } from './preview.service.js';
import { DRAFT_LIMIT, FileName } from './publication.controller.js';

const PageLanguage = z.enum(['sv', 'en']);

@Controller()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  /** Makes page and files as publishing would. Publishes nothing. */
  @Post('publications/:period/previews')
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
