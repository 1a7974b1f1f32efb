import { Clock } from '@malspar/shared-api';
import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import * as z from 'zod';
import { TextSeal } from './sealed-text.js';
import { isSecure, MOST_PENDING, PENDING_LIFETIME, SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';
import { UsedStates } from './used-states.js';

/** A sign-in that has begun and is not yet completed. */
const PendingSignIn = z.strictObject({
  state: z.string(),
  /** PKCE: proves at redemption that it was begun here. */
  verifier: z.string(),
  returnTo: z.string(),
  /** Milliseconds since 1970. */
  begunAt: z.number(),
  /** What the library keeps in a session between its two halves: the nonce, above all. */
  library: z.record(z.string(), z.unknown()),
});
export type PendingSignIn = z.output<typeof PendingSignIn>;

/** Characters of a state that tell one browser's attempts apart. */
const NAME_LENGTH = 8;

/**
 * Sign-ins on their way, each in a cookie of its own in the browser that began it, encrypted: whoever only begins costs
 * no row and no memory, and only the browser that began an attempt can end it. That it is ended once is kept on the
 * server, and first when somebody comes back with it.
 */
@Injectable()
export class PendingSignIns {
  private readonly seal: TextSeal;
  private readonly prefix: string;
  private readonly options: CookieOptions;

  constructor(
    @Inject(SIGN_IN_CONFIG) config: Pick<SignInConfig, 'publicOrigin' | 'sessionSecrets'>,
    private readonly used: UsedStates,
    private readonly clock: Clock,
  ) {
    this.seal = new TextSeal(config.sessionSecrets, 'malspar sign-in under way');
    const secure = isSecure(config);
    // `__Host-`: no sibling host can plant an attempt of its own, and with it sign somebody in as somebody else.
    this.prefix = `${secure ? '__Host-' : ''}malspar.sign-in.`;
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  remember(request: Request, response: Response, pending: Omit<PendingSignIn, 'begunAt'>): void {
    const begunAt = this.clock.now().getTime();
    const others = this.held(request).sort((one, other) => other.begunAt - one.begunAt);
    for (const { name } of others.slice(MOST_PENDING - 1)) response.clearCookie(name, this.options);
    const sealed = this.seal.seal(JSON.stringify({ ...pending, begunAt }));
    response.cookie(this.nameFor(pending.state), sealed, { ...this.options, maxAge: PENDING_LIFETIME * 1000 });
  }

  /** Takes the attempt with this state: each can be used once. Null if this browser has none, or it is too old. */
  async take(request: Request, response: Response, state: string): Promise<PendingSignIn | null> {
    const name = this.nameFor(state);
    const sealed = cookiesOf(request).get(name);
    if (sealed === undefined) return null;
    response.clearCookie(name, this.options);
    const pending = this.opened(sealed);
    if (pending?.state !== state) return null;
    const age = this.clock.now().getTime() - pending.begunAt;
    if (age < 0 || age > PENDING_LIFETIME * 1000) return null;
    return (await this.used.isFirst(state)) ? pending : null;
  }

  private held(request: Request): { name: string; begunAt: number }[] {
    return [...cookiesOf(request)]
      .filter(([name]) => name.startsWith(this.prefix))
      .map(([name, sealed]) => ({ name, begunAt: this.opened(sealed)?.begunAt ?? 0 }));
  }

  private opened(sealed: string): PendingSignIn | null {
    const text = this.seal.open(sealed);
    return text === null ? null : (PendingSignIn.safeParse(JSON.parse(text)).data ?? null);
  }

  private nameFor(state: string): string {
    return this.prefix + state.slice(0, NAME_LENGTH);
  }
}

/** Sealed texts hold no character that a cookie would have to escape. */
function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}
