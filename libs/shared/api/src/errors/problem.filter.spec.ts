import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { NotFound, TooLarge } from './common.errors.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';

@Controller('things')
class Things {
  @Get(':id')
  one(): never {
    throw new NotFound();
  }
}

@Module({ controllers: [Things] })
class App {}

describe('a problem says of which path it is', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(App, { logger: false, abortOnError: false });
    app.useGlobalFilters(new ProblemFilter());
    app.setGlobalPrefix('api/v1');
    app.use('/auth', (request: Request, response: Response) => sendProblem(request, response, new TooLarge().problem));
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  /** Sends the address as it is written, which `fetch` would not. */
  async function ask(path: string): Promise<{ type: string | undefined; body: string }> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const [response] = (await once(get({ port, path, agent: false }), 'response')) as [IncomingMessage];
    return { type: response.headers['content-type'], body: await text(response) };
  }

  it.each([
    ['a route of ours', '/api/v1/things/1?page=2', '/api/v1/things/1'],
    ['no route', '/api/v1/nonsense?x=/y', '/api/v1/nonsense'],
    ['the root of the prefix', '/api/v1', '/api/v1'],
    ['a middleware that is mounted', '/auth/login?returnTo=/app/', '/auth/login'],
    ['an absolute address', 'http://elsewhere.example/api/v1/nonsense', '/api/v1/nonsense'],
  ])('%s', async (_, asked, instance) => {
    const { type, body } = await ask(asked);
    expect(type).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ instance });
  });
});
