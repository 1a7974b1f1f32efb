import { HttpContext, HttpContextToken, HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap, throwError } from 'rxjs';
import { Connection } from './connection';

const KEPT_LOCALLY = new HttpContextToken(() => false);

/** Marks a write that is kept in the browser until it gets through, and so can wait. */
export const keptLocally = (): HttpContext => new HttpContext().set(KEPT_LOCALLY, true);

/**
 * Whatever is pressed and needs the server says so when there is no contact with it. Without a connection an act is
 * not even tried: it must not happen by itself when the connection is back.
 */
export const needsServerInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  if (request.context.get(KEPT_LOCALLY)) return next(request);
  if (request.method !== 'GET' && !connection.online()) {
    connection.noteNoContact();
    return throwError(() => new HttpErrorResponse({ status: 0, statusText: 'offline', url: request.url }));
  }
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 0) connection.noteNoContact();
      },
    }),
  );
};
