import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Principal } from '@malspar/shared-model';
import type { Request } from 'express';
import { NotSignedIn } from '../errors/common.errors.js';
import type { PermissionName } from './permissions.js';

export const PERMISSION = 'malspar:permission';

/** Declares what a route demands. A route without it keeps the app from starting. */
export const Permission = (name: PermissionName): MethodDecorator => SetMetadata(PERMISSION, name);

/** Express's request once the guard has let it through. */
export interface RequestWithPrincipal extends Request {
  principal?: Principal;
}

/** The signed-in person; throws `NotSignedIn` on a public route without one. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
  if (!principal) throw new NotSignedIn();
  return principal;
});
