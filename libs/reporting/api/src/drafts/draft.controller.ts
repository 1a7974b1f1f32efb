import { DraftSaved, EarlierWording, EntryContent, VerdictContent, YearContent } from '@malspar/reporting-model';
import { boundedText, PageQuery, pageOf, type Principal } from '@malspar/shared-model';
import { CurrentPrincipal, etagOf, IfMatch, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, Param, Put, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import * as z from 'zod';
import { DraftService } from './draft.service.js';

const Id = z.uuid();
const TargetCode = z.string().max(20);
const WordingPage = pageOf(EarlierWording);
/** Wordings of one target's entry or of the verdict, of one field or all. */
const WordingQuery = PageQuery.extend({
  targetCode: boundedText(20).optional(),
  verdict: z.literal('true').optional(),
  field: boundedText(160).optional(),
});

@Controller('reports')
export class DraftController {
  constructor(private readonly drafts: DraftService) {}

  @Put(':id/entries/:targetCode')
  @ApiOperation({
    summary: 'Save the entry of a target',
    description:
      'The whole of it as it stands in the form, with the version that was read in `If-Match`; 412 carries what stands there now. Answers with the new version and the checks that fire.',
  })
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
  @ApiOperation({
    summary: 'List what a draft said before',
    description: 'Wordings of a field that were replaced, with who wrote them. Cleared when the report is published.',
  })
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
  @ApiOperation({
    summary: 'Save the verdict on a focus area',
    description: 'The whole of it, with the version that was read in `If-Match`; 412 carries what stands there now.',
  })
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
  @ApiOperation({
    summary: 'Save the part about the year',
    description:
      'Where the period is the last of its year: the whole of it, with the version that was read in `If-Match`; 412 carries what stands there now.',
  })
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
}
