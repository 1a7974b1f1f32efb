/**
 * Idempotency keys for acts that are done once: the same intent keeps its key until its outcome is known, so that a
 * retry after a lost response gets that response instead of a second act.
 */
export class IntentKeys {
  readonly #keys = new Map<string, string>();

  /** `unknown`: whether, after this error, it may have been done all the same. */
  constructor(private readonly unknown: (error: unknown) => boolean) {}

  async use<T>(intent: string, act: (key: string) => Promise<T>): Promise<T> {
    const key = this.#keys.get(intent) ?? randomKey();
    this.#keys.set(intent, key);
    try {
      const response = await act(key);
      this.#keys.delete(intent);
      return response;
    } catch (error) {
      if (!this.unknown(error)) this.#keys.delete(intent);
      throw error;
    }
  }
}

// Not crypto.randomUUID: that is missing on plain http addresses other than localhost.
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
