import { inject, Injectable, resource, signal } from '@angular/core';
import { problemOf, type ProblemView } from '@malspar/shared-web';
import { IdentityClient } from './identity-client';

/** Where one is signed in. */
@Injectable()
export class OwnSessionsStore {
  readonly #client = inject(IdentityClient);
  readonly #ended = signal<number | null>(null);
  readonly #refusal = signal<ProblemView | null>(null);
  readonly #busy = signal(false);

  readonly sessions = resource({ loader: () => this.#client.ownSessions() });
  /** How many sessions were just ended; null when nothing was done. */
  readonly ended = this.#ended.asReadonly();
  readonly refusal = this.#refusal.asReadonly();
  readonly busy = this.#busy.asReadonly();

  end(id: string): Promise<void> {
    return this.#act(async () => {
      await this.#client.endOwnSession(id);
      return 1;
    });
  }

  endOthers(): Promise<void> {
    return this.#act(() => this.#client.endOtherSessions());
  }

  async #act(work: () => Promise<number>): Promise<void> {
    if (this.#busy()) return;
    this.#busy.set(true);
    this.#ended.set(null);
    this.#refusal.set(null);
    try {
      this.#ended.set(await work());
    } catch (error) {
      const problem = problemOf(error);
      // It had ended already, which is what was wanted.
      if (problem.status === 404) this.#ended.set(1);
      else this.#refusal.set(problem);
    } finally {
      this.sessions.reload();
      this.#busy.set(false);
    }
  }
}
