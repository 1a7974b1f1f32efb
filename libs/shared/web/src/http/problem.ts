import { HttpErrorResponse } from '@angular/common/http';
import { language } from '../i18n/language';

export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A failed request as pages show it. */
export interface ProblemView {
  /** `network`: no response came; else the last part of the problem's type, e.g. `changed-meanwhile`. */
  readonly kind: string;
  /** 0 when no response came. */
  readonly status: number;
  /** In the page's language; empty when the server said nothing a person can read. */
  readonly title: string;
  readonly errors: readonly FieldFault[];
  /** What the server holds now, on 412. */
  readonly current: unknown;
  /** On 412: whether the person here made the change, in another tab or on another machine. */
  readonly byYourself: boolean;
}

interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly errors?: readonly FieldFault[];
  readonly current?: unknown;
  readonly byYourself?: boolean;
}

const bodyOf = (error: HttpErrorResponse): ProblemBody => {
  const body: unknown = error.error;
  if (typeof body === 'string') {
    try {
      return JSON.parse(body) as ProblemBody;
    } catch {
      return {};
    }
  }
  return body !== null && typeof body === 'object' && !(body instanceof Event) ? body : {};
};

/** Reads whatever a request failed with; never throws. */
export function problemOf(error: unknown): ProblemView {
  if (!(error instanceof HttpErrorResponse)) {
    return { kind: 'unexpected', status: 500, title: '', errors: [], current: undefined, byYourself: false };
  }
  const { type, title, titleEn, errors, current, byYourself } = bodyOf(error);
  const kind = error.status === 0 ? 'network' : (type?.split('/').at(-1) ?? 'unexpected');
  return {
    kind,
    status: error.status,
    title: (language() === 'en' ? titleEn : title) ?? '',
    errors: errors ?? [],
    current,
    byYourself: byYourself === true,
  };
}

/** The key of the words for who changed something meanwhile: the person here, elsewhere, or somebody else. */
export const changedByKey = (byYourself: boolean): string =>
  `shared.changedMeanwhile.${byYourself ? 'yourself' : 'somebodyElse'}`;
