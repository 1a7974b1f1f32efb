import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type * as z from 'zod';

// Where Nest keeps what @Body and @Query say of a handler's arguments, by kind and place.
const ROUTE_ARGUMENTS = '__routeArguments__';
const KINDS: Readonly<Record<string, string>> = { '3': 'body', '4': 'query' };

/** The schema of every body and query that a route takes; a route is named by its controller and handler. */
export function requestSchemas(app: INestApplication): { readonly route: string; readonly schema: z.ZodType }[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype, instance }) =>
      scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((handler) => {
        const held = Reflect.getMetadata(ROUTE_ARGUMENTS, metatype as object, handler) as
          Record<string, { schema?: z.ZodType }> | undefined;
        return Object.entries(held ?? {}).flatMap(([key, { schema }]) => {
          const kind = KINDS[key.split(':')[0] ?? ''];
          return kind && schema ? [{ route: `${metatype?.name}.${handler} ${kind}`, schema }] : [];
        });
      }),
    );
}
