import {
  Corrected,
  ContentKind,
  CorrectionRequest,
  Publication,
  PublicationDraft,
  PublicationPreview,
  PublicationReceipt,
  PublishableKind,
  PublishRequest,
} from '@malspar/publication-model';
import { BodyLimit, CurrentPrincipal, IdempotencyKey, Permission, VersionNumber } from '@malspar/shared-api';
import { PeriodCode, type Principal } from '@malspar/shared-model';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import * as z from 'zod';
import { PublicationService } from './publication.service.js';

/** A foreword, and the reasons for hundreds of reports that are missing. */
export const DRAFT_LIMIT = 512 * 1024;
export const FileName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,120}$/);
/** A whole version, whatever its kind. */
const FrozenContent = z.looseObject({});
const KindAsked = z.strictObject({ contentKind: ContentKind.optional() });
type KindAsked = z.infer<typeof KindAsked>;

@Controller('publications')
export class PublicationController {
  constructor(private readonly publications: PublicationService) {}

  @Get()
  @ApiOperation({
    summary: 'List the periods with what is published',
    description: 'Each period with its versions, and where it stands now.',
  })
  @Permission('publication.read')
  @SerializeOptions({ schema: Publication })
  list(): Promise<Publication[]> {
    return this.publications.list();
  }

  @Get('kinds')
  @ApiOperation({
    summary: 'List what can be published',
    description: 'Every kind of content, with the periods of it.',
  })
  @Permission('publication.read')
  @SerializeOptions({ schema: PublishableKind })
  kinds(): Promise<PublishableKind[]> {
    return this.publications.listKinds();
  }

  @Get(':period/preview')
  @ApiOperation({
    summary: 'Look at what would be published',
    description:
      'The reports of the period, what is missing, and the hash of the content that is confirmed when publishing.',
  })
  @Permission('publication.publish')
  @SerializeOptions({ schema: PublicationPreview })
  preview(
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @Query({ schema: KindAsked }) asked: KindAsked,
  ): Promise<PublicationPreview> {
    return this.publications.preview(period, PublicationDraft.parse(asked));
  }

  @Post(':period/preview')
  @ApiOperation({
    summary: 'Look at what would be published, with what is written so far',
    description: 'As GET, with the coordinator’s own words in the body. Changes nothing.',
  })
  @HttpCode(200)
  @BodyLimit(DRAFT_LIMIT)
  @Permission('publication.publish')
  @SerializeOptions({ schema: PublicationPreview })
  previewDraft(
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @Body({ schema: PublicationDraft }) draft: PublicationDraft,
  ): Promise<PublicationPreview> {
    return this.publications.preview(period, draft);
  }

  @Post(':period/versions')
  @ApiOperation({
    summary: 'Publish a period',
    description:
      'Names the version and the hash of the content that was previewed; cannot be undone. Once for each `Idempotency-Key`.',
  })
  @BodyLimit(DRAFT_LIMIT)
  @Permission('publication.publish')
  @SerializeOptions({ schema: PublicationReceipt })
  publish(
    @CurrentPrincipal() who: Principal,
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @IdempotencyKey() key: string,
    @Body({ schema: PublishRequest }) request: PublishRequest,
  ): Promise<PublicationReceipt> {
    return this.publications.publish(who, period, key, request);
  }

  @Post(':period/corrections')
  @ApiOperation({
    summary: 'Correct what is published',
    description:
      'Opens one published report of the period again, with a reason, so that a new version can be published; the published one stays. Once for each `Idempotency-Key`.',
  })
  @Permission('publication.publish')
  @SerializeOptions({ schema: Corrected })
  correct(
    @CurrentPrincipal() who: Principal,
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @IdempotencyKey() key: string,
    @Body({ schema: CorrectionRequest }) request: CorrectionRequest,
  ): Promise<{ reportId: string }> {
    return this.publications.correct(who, period, key, request);
  }

  @Get(':period/versions/:version')
  @ApiOperation({
    summary: 'Read a published version',
    description: 'The frozen content of one version, as it was published.',
  })
  @Permission('publication.read')
  @SerializeOptions({ schema: FrozenContent })
  async version(
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @Param('version', { schema: VersionNumber }) version: number,
    @Query({ schema: KindAsked }) { contentKind }: KindAsked,
  ): Promise<object> {
    return this.publications.content(period, version, contentKind);
  }

  @Get(':period/versions/:version/files/:name')
  @ApiOperation({
    summary: 'Fetch a file of a published version',
    description: 'The very bytes that were frozen, with their hash in `ETag` and `Repr-Digest`.',
  })
  @Permission('publication.read')
  async file(
    @Param('period', { schema: PeriodCode }) period: PeriodCode,
    @Param('version', { schema: VersionNumber }) version: number,
    @Param('name', { schema: FileName }) name: string,
    @Query({ schema: KindAsked }) { contentKind }: KindAsked,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { content, mediaType, sha256 } = await this.publications.file(period, version, name, contentKind);
    response.setHeader('ETag', `"${sha256}"`);
    response.setHeader('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename="${name}"`,
      length: content.length,
    });
  }
}
