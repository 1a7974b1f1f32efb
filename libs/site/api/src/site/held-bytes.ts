import type { Network } from '@malspar/shared-api';

/**
 * Room for what has been sent and is kept in memory, in bytes, for one visitor and for all together. Whoever sends
 * slowly takes no more of it than what has come.
 */
export class HeldBytes {
  readonly #of = new Map<Network, number>();
  #all = 0;

  constructor(
    private readonly each: number,
    private readonly all: number,
  ) {}

  /** Says from now on how many bytes the visitor's sending holds; false when there is no room for so many. */
  place(network: Network): { hold(bytes: number): boolean; free(): void } {
    let held = 0;
    const set = (bytes: number): void => {
      const own = (this.#of.get(network) ?? 0) + bytes - held;
      this.#all += bytes - held;
      held = bytes;
      if (own > 0) this.#of.set(network, own);
      else this.#of.delete(network);
    };
    return {
      hold: (bytes) => {
        const own = (this.#of.get(network) ?? 0) + bytes - held;
        if (own > this.each || this.#all + bytes - held > this.all) return false;
        set(bytes);
        return true;
      },
      free: () => set(0),
    };
  }
}
