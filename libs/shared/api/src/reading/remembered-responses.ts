import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { map, of } from 'rxjs';
import { Clock } from '../clock/clock.js';
import { type DataTopic, knownVersions } from './known-versions.js';
import { ResponseMemory, type StoredResponse } from './response-memory.js';

const DEPENDS_ON = 'malspar:depends-on';

/**
 * Declares that a route responds the same to everybody whom its permission lets in: to its address, today's date and
 * the data of the topics, and nothing else.
 */
export const SameForAll = (...topics: DataTopic[]): MethodDecorator => SetMetadata(DEPENDS_ON, topics);

type Tagger = (body: string, encoding: BufferEncoding) => string;

/**
 * Responses that are the same for all, kept as they are sent until the data has another version. It runs behind the
 * guards, and in front of the handler and the serializer; Express makes a 304 of what the client has already.
 */
@Injectable()
export class RememberedResponses implements NestInterceptor {
  readonly #memory = new ResponseMemory();

  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    const topics = this.reflector.get<DataTopic[] | undefined>(DEPENDS_ON, context.getHandler());
    const versions = topics?.map((topic) => knownVersions.of(topic)) ?? [null];
    if (versions.includes(null)) return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const key = `${versions.join(' ')} ${this.clock.today()} ${request.originalUrl}`;
    const held = this.#memory.get(key);
    if (held) return of(send(response, held));
    return next.handle().pipe(
      map((body: unknown) => {
        const json = JSON.stringify(body);
        const tag = request.app.get('etag fn') as Tagger;
        const made = { json, etag: tag(json, 'utf8') };
        this.#memory.keep(key, made);
        return send(response, made);
      }),
    );
  }
}

function send(response: Response, { json, etag }: StoredResponse): string {
  response.set({ 'Content-Type': 'application/json; charset=utf-8', ETag: etag });
  return json;
}
