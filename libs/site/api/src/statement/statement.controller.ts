import { BodyLimit, CurrentPrincipal, etagOf, IfMatch, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { AccessibilityStatement, SavedStatement } from '@malspar/site-model';
import { Body, Controller, Get, Put, Res, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import { StatementService } from './statement.service.js';

/** Fifty faults, each described in two languages. */
const STATEMENT_LIMIT = 512 * 1024;

/** The accessibility statement. `If-Match` names the version that the new one is written from. */
@Controller('site/accessibility-statement')
export class StatementController {
  constructor(private readonly statements: StatementService) {}

  @Get()
  @ApiOperation({
    summary: 'Read the accessibility statement',
    description: 'The newest that has been saved, or the one that stands until then; its version is in the `ETag`.',
  })
  @Permission('site.read')
  @SerializeOptions({ schema: SavedStatement })
  async newest(@Res({ passthrough: true }) response: Response): Promise<SavedStatement> {
    const saved = await this.statements.newest();
    response.setHeader('ETag', etagOf(saved.version));
    return saved;
  }

  @Put()
  @ApiOperation({
    summary: 'Save the accessibility statement',
    description: 'A new version, which the public page shows at once; with the version that was read in `If-Match`.',
  })
  @BodyLimit(STATEMENT_LIMIT)
  @Permission('site.edit')
  @SerializeOptions({ schema: SavedStatement })
  save(
    @CurrentPrincipal() who: Principal,
    @IfMatch() version: number,
    @Body({ schema: AccessibilityStatement }) statement: AccessibilityStatement,
  ): Promise<SavedStatement> {
    return this.statements.save(who, version, statement);
  }
}
