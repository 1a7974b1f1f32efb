import { promisify } from 'node:util';
import { Clock } from '@malspar/shared-api';
import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { PersonDirectory } from './person-directory.js';
import { safeReturnPath } from './return-path.js';
import { renewSession, saveSession, signedInPerson } from './session.js';
import { signInPaths } from './sign-in-config.js';
import { type CompletedSignIn, type Exchange, SignInProvider } from './sign-in-provider.js';
import { NoRole, type SignInFailureReason, SignInRefused } from './sign-in-refused.js';

/** How an attempt fails that has been ended already, or overtaken by another of the same browser. */
const REPEATED: readonly SignInFailureReason[] = ['unknown-state', 'code-refused'];

/** Lets people in and out; every method gives the address to send the browser to. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger(SignInService.name);

  constructor(
    private readonly provider: SignInProvider,
    private readonly directory: PersonDirectory,
    private readonly clock: Clock,
  ) {}

  begin(exchange: Exchange, asked: { returnTo: unknown; prompt: unknown }): Promise<string> {
    const returnTo = safeReturnPath(asked.returnTo);
    const selectAccount = asked.prompt === 'select_account';
    return this.landing(() => this.provider.begin(exchange, { returnTo, selectAccount }));
  }

  complete(exchange: Exchange): Promise<string> {
    const { request } = exchange;
    return this.landing(async () => {
      try {
        const completed = await this.provider.complete(exchange);
        await this.letIn(request, completed);
        return completed.returnTo;
      } catch (error) {
        // Another tab was quicker, or the page was reloaded: whoever is in stays in, as the same person as before.
        const repeated = error instanceof SignInRefused && REPEATED.includes(error.reason);
        if (repeated && signedInPerson(request)) return signInPaths.home;
        throw error;
      }
    });
  }

  async signOut(request: Request): Promise<string> {
    if (request.session) await promisify(request.session.destroy.bind(request.session))();
    return this.provider.endSessionUrl();
  }

  private async letIn(request: Request, { claims }: CompletedSignIn): Promise<void> {
    const { tid: tenantId, oid: objectId, name, preferredUsername: email, roles } = claims;
    const { personId, active } = await this.directory.recordSignIn({ tenantId, objectId, name, email, roles });
    if (!active) throw new SignInRefused('inactive');
    // A new id at sign-in: whoever planted or saw the old one gains nothing by it.
    await renewSession(request);
    request.session.person = { personId, roles, loginAt: this.clock.now().getTime() };
    await saveSession(request);
  }

  /** Failures that have a page of their own become its address; the rest is left to the problem filter. */
  private async landing(work: () => Promise<string>): Promise<string> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NoRole) return signInPaths.noAccess;
      if (!(error instanceof SignInRefused)) throw error;
      this.logger.warn({ reason: error.reason, detail: error.detail }, 'Sign-in refused');
      return `${signInPaths.failed}?reason=${error.reason}`;
    }
  }
}
