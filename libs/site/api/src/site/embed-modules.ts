import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sendFailure } from '@malspar/shared-api';
import { EMBED_HEIGHT_MODULE, EMBED_MODULE } from '@malspar/site-model';
import type { RequestHandler } from 'express';
import { CACHE, EMBED_MODULE_HEADERS, sendable, sendStored } from '../stored/send-stored.js';
import { store, type Stored } from '../stored/stored.js';

const FILES: Readonly<Record<string, { readonly name: string; readonly cache: string }>> = {
  [EMBED_MODULE.newest]: { name: 'malspar.js', cache: CACHE.current },
  [EMBED_MODULE.fixed]: { name: 'malspar.js', cache: CACHE.fixed },
  [EMBED_HEIGHT_MODULE]: { name: 'height.js', cache: CACHE.current },
};
const resolve = (name: string): string => createRequire(import.meta.url).resolve(`@malspar/site-web/embed/${name}`);

/** Serves the scripts by which other websites show our figures: to everybody. */
export function embedModules(): RequestHandler {
  const read = new Map<string, Promise<Stored>>();
  return (request, response, next) => {
    const file = FILES[request.path];
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    const stored =
      read.get(file.name) ??
      readFile(resolve(file.name)).then((bytes) => store(bytes, 'text/javascript; charset=utf-8'));
    read.set(file.name, stored);
    stored.catch(() => read.delete(file.name));
    stored
      .then((script) => sendStored(request, response, sendable(script, file.cache, EMBED_MODULE_HEADERS)))
      .catch((error: unknown) => sendFailure(request, response, error));
  };
}
