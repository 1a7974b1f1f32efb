import { VersionNumber, CurrentPrincipal, IdempotencyKey, IfMatch, Permission } from '@malspar/shared-api';
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
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { DocumentService } from './document.service.js';
import { PdfBody, PdfBodyInterceptor } from './pdf-body.js';
import { DOCUMENT_POLICY } from '../additions/document-policy.js';

const PDF = { type: 'string', format: 'binary' } as const;
const Id = z.uuid();

/** The plan's documents. A file is the body itself; what is said of it stands in the query. */
@Controller('site/documents')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Get()
  @ApiOperation({
    summary: 'List the documents of the public site',
    description: 'Those that are shown in their order, then those that have been withdrawn.',
  })
  @Permission('site.read')
  @SerializeOptions({ schema: PlanDocument })
  list(): Promise<PlanDocument[]> {
    return this.documents.list();
  }

  @Post()
  @ApiOperation({
    summary: 'Add a document',
    description:
      'The body is the PDF; what is said of it stands in the query. Comes last in the list. Once for each `Idempotency-Key`.',
  })
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
  @ApiOperation({
    summary: 'Order the documents',
    description:
      'Names every document that is shown, in their new order; 409 where others have been added or withdrawn meanwhile.',
  })
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  order(
    @CurrentPrincipal() who: Principal,
    @Body({ schema: DocumentOrder }) order: DocumentOrder,
  ): Promise<PlanDocument[]> {
    return this.documents.order(who, order);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Change what is said of a document',
    description: 'Title, date and language, with the revision that was read in `If-Match`. Its address stays.',
  })
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
  @ApiOperation({
    summary: 'Give a document a new file',
    description: 'The body is the PDF. The earlier file keeps its own address. Once for each `Idempotency-Key`.',
  })
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
  @ApiOperation({
    summary: 'Withdraw a document',
    description: 'It is no longer given to anybody; nothing is deleted. Again changes nothing.',
  })
  @HttpCode(200)
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  withdraw(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<PlanDocument> {
    return this.documents.withdraw(who, id);
  }

  @Post(':id/restore')
  @ApiOperation({
    summary: 'Restore a document',
    description: 'Puts a withdrawn one back, last in the list. Again changes nothing.',
  })
  @HttpCode(200)
  @Permission('site.edit')
  @SerializeOptions({ schema: PlanDocument })
  restore(@CurrentPrincipal() who: Principal, @Param('id', { schema: Id }) id: string): Promise<PlanDocument> {
    return this.documents.restore(who, id);
  }

  @Get(':id/versions/:version')
  @ApiOperation({ summary: 'Fetch a version of a document', description: 'Also of one that has been withdrawn.' })
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
