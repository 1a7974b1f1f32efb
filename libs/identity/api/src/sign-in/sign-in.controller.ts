import { networkOf, Permission } from '@malspar/shared-api';
import { Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { sessionCookieName, sessionCookieOptions, signedInPerson } from './session.js';
import { SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';
import { SignInRateLimit } from './sign-in-rate-limit.js';
import { SignInService } from './sign-in.service.js';

@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly rateLimit: SignInRateLimit,
    @Inject(SIGN_IN_CONFIG) private readonly config: SignInConfig,
  ) {}

  @Get('login')
  @ApiOperation({
    summary: 'Go to the sign-in',
    description:
      'Redirects to the identity provider, and from there back to the page in `returnTo`, which has to be one of this application.',
  })
  @Permission('sign-in')
  @Header('Cache-Control', 'no-store')
  async login(
    @Req() request: Request,
    @Res() response: Response,
    @Query('returnTo') returnTo: unknown,
    @Query('prompt') prompt: unknown,
  ): Promise<void> {
    await this.rateLimit.countBegin(networkOf(request.ip));
    sendTo(response, await this.signIn.begin({ request, response }, { returnTo, prompt }));
  }

  @Get('callback')
  @ApiOperation({
    summary: 'Come back from the sign-in',
    description:
      'Where the identity provider sends the browser with its response: begins the session, or redirects to the page that says why not.',
  })
  @Permission('sign-in')
  @Header('Cache-Control', 'no-store')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visitor = networkOf(request.ip);
    await this.rateLimit.countCallback(visitor);
    const landing = await this.signIn.complete({ request, response });
    if (signedInPerson(request)) await this.rateLimit.forgive(visitor);
    sendTo(response, landing);
  }

  @Post('logout')
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends the session here, and answers with the address that ends it at the identity provider.',
  })
  @Permission('sign-in')
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ url: string }> {
    const url = await this.signIn.signOut(request);
    response.clearCookie(sessionCookieName(this.config), sessionCookieOptions(this.config));
    return { url };
  }
}

/** A redirect without a body: express-session holds such a response back until the session is stored. */
function sendTo(response: Response, url: string): void {
  response.status(302).location(url).end();
}
