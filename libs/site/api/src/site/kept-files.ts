import type { PublishedFile } from '@malspar/publication-model';
import type { Stored } from '../stored/stored.js';

/** A file by what it holds: the same content is the same file. */
export type FileContent = Pick<PublishedFile, 'sha256' | 'bytes'>;

/** Files in memory: the first of them, as far as there is room. Others are fetched when asked for, and not kept. */
export class KeptFiles {
  readonly #stored = new Map<string, Stored>();
  readonly #fetching = new Map<string, Promise<Stored>>();
  #kept: readonly FileContent[] = [];

  /** `room`: bytes, before they are packed. */
  constructor(
    private readonly fetch: (sha256: string) => Promise<Stored>,
    private readonly room: number,
  ) {}

  /** From now on these are the files, those that matter most first. */
  replace(files: readonly FileContent[]): void {
    let taken = 0;
    const beyond = files.findIndex(({ bytes }) => (taken += bytes) > this.room);
    this.#kept = beyond < 0 ? files : files.slice(0, beyond);
    const kept = new Set(this.#kept.map(({ sha256 }) => sha256));
    for (const sha256 of this.#stored.keys()) if (!kept.has(sha256)) this.#stored.delete(sha256);
  }

  /** Throws when it has to be fetched and cannot be. However many ask, it is fetched once at a time. */
  async get(sha256: string): Promise<Stored> {
    const stored = this.#stored.get(sha256);
    if (stored) return stored;
    const fetching = this.#fetching.get(sha256) ?? this.fetch(sha256);
    this.#fetching.set(sha256, fetching);
    try {
      const fetched = await fetching;
      if (this.#kept.some((file) => file.sha256 === sha256)) this.#stored.set(sha256, fetched);
      return fetched;
    } finally {
      this.#fetching.delete(sha256);
    }
  }

  /** Fetches what there is room for, one at a time. Never throws. */
  async fetchAll(failed: (error: unknown) => void): Promise<void> {
    for (const { sha256 } of this.#kept) await this.get(sha256).catch(failed);
  }
}
