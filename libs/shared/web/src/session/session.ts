import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { Me, SessionTimes } from '@malspar/shared-model';
import { firstValueFrom } from 'rxjs';
import { problemOf, type ProblemView } from '../http/problem';
import { notePlanLanguage } from '../i18n/plan-text';

/** Who is signed in, and how the session begins and ends. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #http = inject(HttpClient);
  readonly #document = inject(DOCUMENT);
  readonly #me = signal<Me | null>(null);
  readonly #ended = signal(false);
  readonly #failure = signal<ProblemView | null>(null);

  /** Null while nobody is signed in. */
  readonly me = this.#me.asReadonly();
  /** True when the session ended under a page that was in use. */
  readonly ended = this.#ended.asReadonly();
  /** Why it is not known who is signed in; null when it is. */
  readonly failure = this.#failure.asReadonly();

  /** Asks the server who is signed in; nobody is an ordinary response. */
  async load(): Promise<void> {
    try {
      const me = await firstValueFrom(this.#http.get<Me>('/api/v1/me'));
      this.#me.set(me);
      notePlanLanguage(me.planLanguage);
      this.#ended.set(false);
      this.#failure.set(null);
    } catch (error) {
      const nobody = error instanceof HttpErrorResponse && error.status === 401;
      // A page in use stays in use: the failure is the next request's to tell.
      if (!nobody && !this.#me()) this.#failure.set(problemOf(error));
    }
  }

  /** Called when any request is answered with 401. */
  noteSignedOut(): void {
    if (this.#me()) this.#ended.set(true);
  }

  times(): Promise<SessionTimes> {
    return firstValueFrom(this.#http.get<SessionTimes>('/api/v1/session'));
  }

  extend(): Promise<SessionTimes> {
    return firstValueFrom(this.#http.post<SessionTimes>('/api/v1/session/extend', {}));
  }

  /** Leaves the page for the sign-in, to come back to the same address. */
  signIn(returnTo: string): void {
    this.#document.location.assign(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  }

  /** Ends the session here and at the identity provider. */
  async signOut(): Promise<void> {
    const { url } = await firstValueFrom(this.#http.post<{ url: string }>('/auth/logout', {}));
    this.#document.location.assign(url);
  }
}
