import { Injectable, type OnApplicationBootstrap, RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PERMISSION } from './permission.decorator.js';
import { permissions, type PermissionName } from './permissions.js';

export interface DeclaredRoute {
  readonly method: string;
  /** Path as declared by controller and handler, without the global prefix, e.g. `reports/:id`. */
  readonly path: string;
  readonly permission: PermissionName;
}

const METHOD = 'method';
const PATH = 'path';
const list = (paths: unknown): string[] =>
  Array.isArray(paths) ? paths.map(String) : [typeof paths === 'string' ? paths : ''];

/**
 * The routes that a controller declares, with `undefined` for the permission of one that demands nothing.
 * @param controller its class
 */
export function routesOf(controller: Type): (Omit<DeclaredRoute, 'permission'> & {
  readonly permission: PermissionName | undefined;
  readonly handler: string;
})[] {
  const prototype = controller.prototype as Record<string, () => unknown>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method: unknown = handler && Reflect.getMetadata(METHOD, handler);
    if (!handler || typeof method !== 'number') return [];
    const permission = Reflect.getMetadata(PERMISSION, handler) as PermissionName | undefined;
    return list(Reflect.getMetadata(PATH, controller)).flatMap((base) =>
      list(Reflect.getMetadata(PATH, handler)).map((path) => ({
        method: RequestMethod[method] ?? String(method),
        path: [base, path]
          .map((part) => part.replace(/^\/+|\/+$/g, ''))
          .filter(Boolean)
          .join('/'),
        permission,
        handler: name,
      })),
    );
  });
}

/** Knows every route, and refuses to let the app start while one of them has no declared permission. */
@Injectable()
export class DeclaredRoutes implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    this.all();
  }

  /** All routes; throws an error that names the first one without a permission. */
  all(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype, name }) => {
      if (typeof metatype !== 'function') return [];
      return routesOf(metatype as Type).map(({ handler, permission, ...route }) => {
        if (permission === undefined || !Object.hasOwn(permissions, permission)) {
          throw new Error(`${name}.${handler} declares no permission; every route must.`);
        }
        return { ...route, permission };
      });
    });
  }
}
