import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
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

/** Knows every route, and refuses to let the app start while one of them has no declared permission. */
@Injectable()
export class DeclaredRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    this.all();
  }

  /** All routes; throws an error that names the first one without a permission. */
  all(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const controller: unknown = wrapper.instance;
      if (!controller || typeof controller !== 'object') return [];
      const prototype = Object.getPrototypeOf(controller) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (!handler) return [];
        const method: unknown = Reflect.getMetadata(METHOD, handler);
        if (typeof method !== 'number') return [];
        const permission = this.reflector.get<PermissionName | undefined>(PERMISSION, handler);
        if (permission === undefined || !Object.hasOwn(permissions, permission)) {
          throw new Error(`${wrapper.name}.${name} declares no permission; every route must.`);
        }
        return list(Reflect.getMetadata(PATH, wrapper.metatype as object)).flatMap((base) =>
          list(Reflect.getMetadata(PATH, handler)).map((path) => ({
            method: RequestMethod[method] ?? String(method),
            path: [base, path]
              .map((part) => part.replace(/^\/+|\/+$/g, ''))
              .filter(Boolean)
              .join('/'),
            permission,
          })),
        );
      });
    });
  }
}
