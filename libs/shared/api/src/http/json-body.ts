import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { BadRequest, UnsupportedMediaType } from '../errors/common.errors.js';
import { isDeeperThan } from './json-depth.js';
import { hasBody, readBody } from './read-body.js';

/** What a route takes unless it says more. */
const JSON_LIMIT = 64 * 1024;
/** Deeper than any body of ours by far. */
const DEEPEST = 32;

const BODY_LIMIT = 'malspar:body-limit';
// Where Nest keeps which of a request's parts a handler takes, and how it names the body there.
const ROUTE_ARGUMENTS = '__routeArguments__';
const BODY_ARGUMENT = /^3:/;

/** Declares that a route takes a JSON body of up to so many bytes. */
export const BodyLimit = (bytes: number): MethodDecorator => SetMetadata(BODY_LIMIT, bytes);

/**
 * Reads the JSON body of a route that takes one. It runs after the guards: whoever is not let in is answered before a
 * byte of their body is read, and a route without `@Body` never reads any.
 */
@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<ReturnType<CallHandler['handle']>> {
    const request = context.switchToHttp().getRequest<Request>();
    if (takesBody(context) && hasBody(request)) {
      const limit = this.reflector.get<number | undefined>(BODY_LIMIT, context.getHandler());
      request.body = await readJson(request, limit ?? JSON_LIMIT);
    }
    return next.handle();
  }
}

function takesBody(context: ExecutionContext): boolean {
  const taken: unknown = Reflect.getMetadata(ROUTE_ARGUMENTS, context.getClass(), context.getHandler().name);
  return Object.keys(taken ?? {}).some((argument) => BODY_ARGUMENT.test(argument));
}

async function readJson(request: Request, limit: number): Promise<unknown> {
  if (!request.is('application/json') || !isUtf8(request.headers['content-type'] ?? ''))
    throw new UnsupportedMediaType();
  const bytes = await readBody(request, limit);
  if (isDeeperThan(bytes, DEEPEST)) throw new BadRequest([{ pointer: '', code: 'too-deep' }]);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BadRequest([{ pointer: '', code: 'not-json' }]);
  }
}

/** JSON is sent as UTF-8 and nothing else (RFC 8259, 8.1). */
const isUtf8 = (contentType: string): boolean =>
  (/;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1] ?? 'utf-8').toLowerCase() === 'utf-8';
