/** What a handler returns where the response that is held still says what the data says; the serializer passes it on. */
export const UNCHANGED = Symbol('unchanged');

/** One read for a response of which an earlier one may be held, by the version of the data that it was made from. */
export class VersionedRead {
  #version: string | null = null;

  /** `held`: the version of the response that is held; null where none is. */
  constructor(private readonly held: string | null) {}

  /** The version of what was read; null before, and where what was asked for has none. */
  get version(): string | null {
    return this.#version;
  }

  /** What `read` gives; it is not called where the version is the one that is held. */
  async of<T>(version: () => Promise<string | null>, read: () => Promise<T>): Promise<T | typeof UNCHANGED> {
    // Read before the data: what is read then is as new as the version, or newer.
    this.#version = await version();
    return this.#version !== null && this.#version === this.held ? UNCHANGED : read();
  }
}
