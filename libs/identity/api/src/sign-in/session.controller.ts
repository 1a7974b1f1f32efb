import { Clock, NotSignedIn, Permission } from '@malspar/shared-api';
import { SessionTimes } from '@malspar/shared-model';
import { Controller, Get, Header, HttpCode, Post, Req, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import { lengthenSession, sessionTimes, signedInPerson } from './session.js';
import { sessionLimits } from './sign-in-config.js';

@Controller('session')
export class SessionController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @ApiOperation({
    summary: 'Tell how long the session lasts',
    description: 'When it ends if nothing is done, and when it ends in any case. Asking does not lengthen it.',
  })
  @Permission('session.read')
  @Header('Cache-Control', 'no-store')
  @SerializeOptions({ schema: SessionTimes })
  times(@Req() request: Request): SessionTimes {
    return this.timesUntil(request, request.session.cookie.expires ?? this.clock.now());
  }

  @Post('extend')
  @ApiOperation({
    summary: 'Lengthen the session',
    description:
      'Starts the idle time anew and says until when; stored at once and to the second, so that what it says is so.',
  })
  @Permission('session.read')
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @SerializeOptions({ schema: SessionTimes })
  async extend(@Req() request: Request): Promise<SessionTimes> {
    const times = this.timesUntil(request, new Date(this.clock.now().getTime() + sessionLimits.idle));
    await lengthenSession(request);
    return times;
  }

  private timesUntil(request: Request, idleEnd: Date): SessionTimes {
    const person = signedInPerson(request);
    if (!person) throw new NotSignedIn();
    return sessionTimes(person, idleEnd, this.clock.now());
  }
}
