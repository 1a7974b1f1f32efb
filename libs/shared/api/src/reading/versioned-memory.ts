import { type DataTopic, knownVersions } from '../database/known-versions.js';

/** How many values are held at once. */
const ROOM = 100;

/** Values read from the data of a topic, held by the version that the request at hand knows, and no longer than it. */
export class VersionedMemory<Value> {
  readonly #held = new Map<string, Value>();
  #version: string | null = null;

  constructor(private readonly topic: DataTopic) {}

  /** The value held for the key, or the one that is read now; it is read each time where no version is known. */
  async get(key: string, read: () => Promise<Value>): Promise<Value> {
    const version = knownVersions.of(this.topic);
    if (version === null) return read();
    const held = version === this.#version ? this.#held.get(key) : undefined;
    if (held !== undefined) return held;
    // What is read now is as new as the version, or newer.
    const value = await read();
    if (version !== this.#version || this.#held.size >= ROOM) this.#held.clear();
    this.#version = version;
    this.#held.set(key, value);
    return value;
  }
}
