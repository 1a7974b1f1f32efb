import { Clock, NotSignedIn, Permission } from '@malspar/shared-api';
import { SessionTimes } from '@malspar/shared-model';
import { Controller, Get, Header, HttpCode, Post, Req, SerializeOptions } from '@nestjs/common';
import type { Request } from 'express';
import { lengthenSession, sessionTimes, signedInPerson } from './session.js';
import { sessionLimits } from './sign-in-config.js';

@Controller('session')
export class SessionController {
  constructor(private readonly clock: Clock) {}

  /** How long the session lasts; asking does not lengthen it. */
  @Get()
  @Permission('session.read')
  @Header('Cache-Control', 'no-store')
  @SerializeOptions({ schema: SessionTimes })
  times(@Req() request: Request): SessionTimes {
    return this.timesUntil(request, request.session.cookie.expires ?? this.clock.now());
  }

  /** Starts the idle time anew and says until when; stored at once and to the second, so that what it says is so. */
  @Post('extend')
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
