import { CurrentPrincipal, IdempotencyKey, IfMatch, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { DocumentDetails, DocumentOrder, DocumentReplacement, PlanDocument } from '@malspar/site-model';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  SerializeOptions,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import * as z from 'zod';
import { DocumentService } from './document.service.js';
import { PdfBody, PdfBodyInterceptor } from './pdf-body.js';
import { DOCUMENT_POLICY } from '../additions/document-policy.js';

const PDF = { type: 'string', format: 'binary' } as const;
const Id = z.uuid();
const VersionNumber = z.coerce.number().int().min(1).max(1_000_000);

/** The plan's documents. A file is the body itself; what is said of it stands in the query. */
@Controller('site/documents')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Get()
  @Permission('site.read')
  @SerializeOptions({ schema: PlanDocument })
  list(): Promise<PlanDocument[]> {
    return this.documents.list();
  }

  @Post()
  @Permission('site.edit')
  @UseInterceptors(PdfBodyInterceptor)
  @ApiConsumes('application/pdf')
  @ApiBody({ schema: PDF })
  @SerializeOptions({ schema: PlanDocument })
  upload(
    @CurrentPrincipal() who: Principal,
    @IdempotencyKey() key: string,
    @Query({ schema: DocumentDetails }) details: DocumentDetails,
    @PdfBody() bytes: Buffer,
  ): Promise<PlanDocument> {
    return this.documents.upload(who, key, details, bytes);
  }

  @Put('order')
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  order(
    @CurrentPrincipal() who: Principal,
    @Body({ schema: DocumentOrder }) order: DocumentOrder,
  ): Promise<PlanDocument[]> {
    return this.documents.order(who, order);
  }

  @Put(':id')
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  describe(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() revision: number,
    @Body({ schema: DocumentDetails }) details: DocumentDetails,
  ): Promise<PlanDocument> {
    return this.documents.describe(who, id, revision, details);
  }

  @Post(':id/versions')
  @Permission('site.edit')
  @UseInterceptors(PdfBodyInterceptor)
  @ApiConsumes('application/pdf')
  @ApiBody({ schema: PDF })
  @SerializeOptions({ schema: PlanDocument })
  replace(
    @CurrentPrincipal() who: Principal,
    @IdempotencyKey() key: string,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DocumentReplacement }) replacement: DocumentReplacement,
    @PdfBody() bytes: Buffer,
  ): Promise<PlanDocument> {
    return this.documents.replace(who, key, id, replacement, bytes);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  withdraw(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<PlanDocument> {
    return this.documents.withdraw(who, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  restore(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<PlanDocument> {
    return this.documents.restore(who, id);
  }

  @Get(':id/versions/:version')
  @Permission('site.read')
  @Header('Content-Security-Policy', DOCUMENT_POLICY)
  @Header('X-Content-Type-Options', 'nosniff')
  async file(
    @Param('id', { schema: Id }) id: string,
    @Param('version', { schema: VersionNumber }) version: number,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.file(id, version);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="${name}"`,
      length: bytes.length,
    });
  }
}
