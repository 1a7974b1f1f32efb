import { EndedSessions, OwnSession } from '@malspar/identity-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Controller, Delete, Get, HttpCode, Param, Req, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import { OwnSessions } from './own-sessions.service.js';
import { sessionHandle } from './sign-in/session.js';

@Controller('me/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @ApiOperation({
    summary: 'List where one is signed in',
    description:
      'Every session of the person who asks, with the one that asks marked. A session is named by a hash, never by its secret.',
  })
  @Permission('session.read')
  @SerializeOptions({ schema: OwnSession })
  list(@CurrentPrincipal() who: Principal, @Req() request: Request): Promise<OwnSession[]> {
    return this.sessions.list(who, sessionHandle(request));
  }

  @Delete()
  @ApiOperation({
    summary: 'Sign out everywhere else',
    description: 'Ends every session of the person but the one that asks, and says how many.',
  })
  @Permission('session.end')
  @SerializeOptions({ schema: EndedSessions })
  endOthers(@CurrentPrincipal() who: Principal, @Req() request: Request): Promise<EndedSessions> {
    return this.sessions.endOthers(who, sessionHandle(request));
  }

  @Delete(':id')
  @ApiOperation({
    summary: 'Sign out in one place',
    description: 'Ends one of the person’s own sessions. One that is not theirs, or has ended, is 404.',
  })
  @Permission('session.end')
  @HttpCode(204)
  end(@CurrentPrincipal() who: Principal, @Param('id', { schema: OwnSession.shape.id }) id: string): Promise<void> {
    return this.sessions.end(who, id);
  }
}
