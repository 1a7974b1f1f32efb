/** So many statements one connection keeps prepared; the server's memory for each is some hundred kilobytes at most. */
const PREPARED = 100;

/** Names for the statements of one connection that are sent again and again. */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #sentOnce = new Set<string>();

  constructor(private readonly room = PREPARED) {}

  /** Undefined for one that is sent for the first time, and for all others once there is no more room. */
  of(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= this.room) return name;
    if (!this.#sentOnce.delete(text)) {
      // Some statements are made anew each time, as those that insert many rows.
      if (this.#sentOnce.size >= this.room) this.#sentOnce = new Set();
      this.#sentOnce.add(text);
      return undefined;
    }
    const given = `statement-${this.#names.size + 1}`;
    this.#names.set(text, given);
    return given;
  }
}

/**
 * The arguments of the driver's `query`, with a name where the statement has parameters and is sent again. Without
 * parameters it may be several statements in one text, which cannot be prepared.
 */
export function preparedCall(call: readonly unknown[], names: StatementNames): readonly unknown[] {
  const [text, values, ...rest] = call;
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return call;
  const name = names.of(text);
  return name === undefined ? call : [{ name, text, values: values as unknown[] }, ...rest];
}
