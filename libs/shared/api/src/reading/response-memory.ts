/** A response as it is sent, and what names it. */
export interface StoredResponse {
  readonly json: string;
  readonly etag: string;
}

/** Characters in all; a whole plan with everything approved about it takes a hundredth. */
const ROOM = 16_000_000;

/** Responses in memory by a key; those longest unused go when there is no more room. */
export class ResponseMemory<Stored extends StoredResponse = StoredResponse> {
  readonly #held = new Map<string, Stored>();
  #taken = 0;

  constructor(private readonly room = ROOM) {}

  get(key: string): Stored | undefined {
    const found = this.#held.get(key);
    if (found) {
      // A map gives its keys in the order in which they were set.
      this.#held.delete(key);
      this.#held.set(key, found);
    }
    return found;
  }

  keep(key: string, response: Stored): void {
    this.#drop(key);
    if (sizeOf(key, response) > this.room) return;
    this.#held.set(key, response);
    this.#taken += sizeOf(key, response);
    for (const longestUnused of this.#held.keys()) {
      if (this.#taken <= this.room) return;
      this.#drop(longestUnused);
    }
  }

  #drop(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    this.#taken -= sizeOf(key, held);
  }
}

const sizeOf = (key: string, { json }: StoredResponse): number => key.length + json.length;
