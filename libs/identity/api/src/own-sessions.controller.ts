import { EndedSessions, OwnSession } from '@malspar/identity-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Controller, Delete, Get, HttpCode, Param, Req, SerializeOptions } from '@nestjs/common';
import type { Request } from 'express';
import { OwnSessions } from './own-sessions.service.js';
import { sessionHandle } from './sign-in/session.js';

@Controller('me/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @Permission('session.read')
  @SerializeOptions({ schema: OwnSession })
  list(@CurrentPrincipal() who: Principal, @Req() request: Request): Promise<OwnSession[]> {
    return this.sessions.list(who, sessionHandle(request));
  }

  /** Ends all but the one that asks. */
  @Delete()
  @Permission('session.end')
  @SerializeOptions({ schema: EndedSessions })
  endOthers(@CurrentPrincipal() who: Principal, @Req() request: Request): Promise<EndedSessions> {
    return this.sessions.endOthers(who, sessionHandle(request));
  }

  @Delete(':id')
  @Permission('session.end')
  @HttpCode(204)
  end(@CurrentPrincipal() who: Principal, @Param('id', { schema: OwnSession.shape.id }) id: string): Promise<void> {
    return this.sessions.end(who, id);
  }
}
