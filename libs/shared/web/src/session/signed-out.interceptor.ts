import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { tap } from 'rxjs';
import { Session } from './session';

/** Notices that the session is over, whatever was asked. The page stays, with all that is written on it. */
export const signedOutInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        // Looked up late: the session itself asks over HTTP.
        if (error instanceof HttpErrorResponse && error.status === 401) injector.get(Session).noteSignedOut();
      },
    }),
  );
};
