import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from './problem';

/** Whether it may have been done all the same: no response, one that cannot be read, or a server in trouble. */
export function outcomeUnknown(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse)) return true;
  const { status, kind } = problemOf(error);
  return status === 0 || status === 408 || (status >= 500 && kind !== 'pdf-not-made');
}
