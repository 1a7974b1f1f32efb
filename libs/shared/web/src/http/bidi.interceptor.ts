import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { withoutBidiControls } from '@malspar/shared-model';
import { map } from 'rxjs';

/** Takes the bidi controls out of every response: a text stored before they were cleaned away must not turn the page. */
export const bidiInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    map((event) =>
      event instanceof HttpResponse && request.responseType === 'json'
        ? event.clone({ body: withoutBidiControls(event.body) })
        : event,
    ),
  );
