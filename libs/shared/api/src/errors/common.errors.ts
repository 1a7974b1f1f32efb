import type { FieldError } from '@malspar/shared-model';
import { DomainError } from './domain-error.js';

/** 401: nobody is signed in. */
export class NotSignedIn extends DomainError {
  constructor() {
    super({ type: 'not-signed-in', status: 401, title: 'Du behöver logga in.', titleEn: 'You need to sign in.' });
  }
}

/** 403: signed in, but this is not yours to do; `code` says why in a stable word. */
export class Forbidden extends DomainError {
  constructor(code = 'forbidden') {
    super({
      type: 'forbidden',
      status: 403,
      title: 'Du har inte behörighet att göra detta.',
      titleEn: 'You do not have permission to do this.',
      errors: [{ pointer: '', code }],
    });
  }
}

/** 404: it does not exist, or you may not know that it does. */
export class NotFound extends DomainError {
  constructor() {
    super({
      type: 'not-found',
      status: 404,
      title: 'Det du söker finns inte.',
      titleEn: 'What you look for is not here.',
    });
  }
}

/** 400: the request itself is wrong: unknown fields, wrong types, malformed identifiers. */
export class BadRequest extends DomainError {
  constructor(errors: readonly FieldError[]) {
    super({
      type: 'bad-request',
      status: 400,
      title: 'Begäran är felaktig.',
      titleEn: 'The request is malformed.',
      errors,
    });
  }
}

/** 409: the thing is in another state than the act demands. */
export class WrongState extends DomainError {
  constructor(code: string) {
    super({
      type: 'wrong-state',
      status: 409,
      title: 'Det går inte att göra i det här läget.',
      titleEn: 'This cannot be done in the present state.',
      errors: [{ pointer: '', code }],
    });
  }
}

/** 412: somebody, or the same person elsewhere, changed it meanwhile; `current` is what the server holds. Where the log
 * knows who was last, `AuditLog.changedMeanwhile` makes it. */
export class PreconditionFailed extends DomainError {
  constructor(current: unknown, by: 'somebody-else' | 'yourself') {
    super({
      type: 'changed-meanwhile',
      status: 412,
      title: by === 'yourself' ? 'Du har ändrat i en annan flik.' : 'Någon annan har ändrat under tiden.',
      titleEn: by === 'yourself' ? 'You changed this in another tab.' : 'Somebody else changed this meanwhile.',
      current,
      byYourself: by === 'yourself',
    });
  }
}

/** 428: the request must say which version it is based on, or carry a key of its own. */
export class PreconditionRequired extends DomainError {
  constructor(header: 'If-Match' | 'Idempotency-Key') {
    super({
      type: 'precondition-required',
      status: 428,
      title: `Begäran saknar ${header}.`,
      titleEn: `The request lacks ${header}.`,
      errors: [{ pointer: '', code: 'required', params: { header } }],
    });
  }
}

/** 413: more than is taken there. */
export class TooLarge extends DomainError {
  constructor() {
    super({
      type: 'too-large',
      status: 413,
      title: 'Det du skickade är för stort.',
      titleEn: 'What you sent is too large.',
    });
  }
}

/** 415: sent in another format, or packed. */
export class UnsupportedMediaType extends DomainError {
  constructor() {
    super({
      type: 'unsupported-media-type',
      status: 415,
      title: 'Formatet stöds inte.',
      titleEn: 'The format is not supported.',
    });
  }
}

/** 422: well-formed, but the content does not hold. */
export class Invalid extends DomainError {
  constructor(errors: readonly FieldError[]) {
    super({
      type: 'invalid',
      status: 422,
      title: 'Uppgifterna behöver rättas.',
      titleEn: 'The information needs to be corrected.',
      errors,
    });
  }
}

/** 429: too many requests; says when to try again. */
export class TooMany extends DomainError {
  constructor(retryAfter: number) {
    super({
      type: 'too-many-requests',
      status: 429,
      title: 'För många försök. Vänta en stund och försök igen.',
      titleEn: 'Too many attempts. Wait a moment and try again.',
      retryAfter,
    });
  }
}
