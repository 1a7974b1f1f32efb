import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Forbidden, NotSignedIn } from '../errors/common.errors.js';
import { PERMISSION, type RequestWithPrincipal } from './permission.decorator.js';
import { isGranted, permissions, type PermissionName } from './permissions.js';
import { PrincipalSource } from './principal-source.js';

/** Refuses everything that is not declared and granted. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly people: PrincipalSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.get<PermissionName | undefined>(PERMISSION, context.getHandler());
    if (name === undefined) throw new Forbidden('undeclared-route');
    if (permissions[name] === 'public') return true;
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    const principal = await this.people.principalOf(request);
    if (!principal) throw new NotSignedIn();
    if (!isGranted(name, principal.roles)) throw new Forbidden();
    request.principal = principal;
    return true;
  }
}
