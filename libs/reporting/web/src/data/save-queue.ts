const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/** Saves of one draft, one at a time: now, after a pause, or after a pause that grows with each failure in a row. */
export class SaveQueue {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #inFlight: Promise<void> | null = null;
  #failures = 0;

  constructor(private readonly attempt: () => Promise<void>) {}

  get isBusy(): boolean {
    return this.#inFlight !== null;
  }

  /** A second save waits for the first, and then sends only what the first did not. */
  now(): Promise<void> {
    this.cancel();
    const turn = this.#inFlight ? this.#inFlight.then(this.attempt) : this.attempt();
    const done = turn.finally(() => {
      if (this.#inFlight === done) this.#inFlight = null;
    });
    this.#inFlight = done;
    return done;
  }

  after(ms: number): void {
    this.cancel();
    this.#timer = setTimeout(() => void this.now(), ms);
  }

  /** Tries again after `askedMs`, if the server said when; else after the pause that is due. */
  afterFailure(askedMs: number | null): void {
    this.after(askedMs ?? pauseAfter(this.#failures++));
  }

  /** Tries again after the shortest pause, where others write as fast as this person does. */
  afterRace(): void {
    this.after(pauseAfter(0));
  }

  succeeded(): void {
    this.#failures = 0;
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const pauseAfter = (failures: number): number => RETRY_MS[failures] ?? 30_000;
