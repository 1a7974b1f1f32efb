import { Clock } from '@malspar/shared-api';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { sameOrigin } from './same-origin.js';
import { withKnownVersions } from './asker.js';
import { absoluteLimit, sessionMiddleware } from './session.js';
import { SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';

/** What has to stand in front of every route: no cross-site writes, a session, and its absolute end. */
@Injectable()
export class SignInMiddleware {
  readonly handlers: readonly RequestHandler[];

  constructor(@Inject(SIGN_IN_CONFIG) config: SignInConfig, clock: Clock) {
    this.handlers = [
      sameOrigin(config.publicOrigin),
      sessionMiddleware(config, clock),
      absoluteLimit(() => clock.now()),
      withKnownVersions,
    ];
  }
}
