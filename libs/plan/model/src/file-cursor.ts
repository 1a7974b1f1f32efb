type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One step of a JSON Pointer (RFC 6901). */
export const pointerStep = (key: string | number): string => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/**
 * A place in a JSON document that may have any shape. What is missing or of another type is simply not there, so that
 * the checks of references can run on a file whose shape is broken elsewhere.
 */
export class FileCursor {
  constructor(
    readonly value: unknown,
    readonly path = '',
  ) {}

  at(key: string): FileCursor {
    const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new FileCursor(value, this.path + pointerStep(key));
  }

  /** All members or items, each with its key; none when it is neither object nor list. */
  children(): [string, FileCursor][] {
    const { value, path } = this;
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([key, child]) => [key, new FileCursor(child, path + pointerStep(key))]);
  }

  /** The items of a list; none when it is not one. */
  items(key: string): FileCursor[] {
    const { value, path } = this.at(key);
    return Array.isArray(value) ? value.map((item: unknown, n) => new FileCursor(item, path + pointerStep(n))) : [];
  }

  /** The members of an object, each with its key; none when it is not one. */
  members(key: string): [string, FileCursor][] {
    const here = this.at(key);
    return isObject(here.value) ? here.children() : [];
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : undefined;
  }

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }
}
