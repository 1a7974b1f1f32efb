// All but the pairs that set words apart within a sentence, as `isolated` puts them there.
const CONTROLS =
  /(\u2068[^\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*\u2069)|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const withoutControls = (text: string): string => text.replace(CONTROLS, (_, pair: string | undefined) => pair ?? '');
// The blocks that Unicode keeps for scripts of that direction, with their digits (UAX #9, DerivedBidiClass.txt).
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether anything in the text runs from right to left. */
export const runsRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * The value without the bidi controls in any of its texts: what was stored before texts were cleaned must not turn the
 * words around it. Objects and lists in which nothing changes are given back as they are.
 */
export function withoutBidiControls<T>(value: T): T {
  return walk(value, new Map()) as T;
}

function walk(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'string') return withoutControls(value);
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  if (seen.has(value)) return seen.get(value);
  seen.set(value, value);
  const entries = Object.entries(value).map(([key, each]) => [key, walk(each, seen)] as const);
  const changed = entries.some(([key, each]) => each !== (value as Record<string, unknown>)[key]);
  const result: unknown = !changed
    ? value
    : Array.isArray(value)
      ? entries.map(([, each]) => each)
      : Object.fromEntries(entries);
  seen.set(value, result);
  return result;
}

/** A person's words for use within a sentence: set apart (FSI … PDI) where their direction could turn the rest of it. */
export function isolated(text: string): string {
  const plain = withoutControls(text);
  return runsRightToLeft(plain) && !plain.startsWith('\u2068') ? `\u2068${plain}\u2069` : plain;
}

/** Texts of a catalogue whose sentences set apart whatever words are put into them. */
export function isolatingTexts<T>(texts: T): T {
  const wrapped = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...given: readonly unknown[]): unknown =>
        (value as (...words: unknown[]) => unknown)(
          ...given.map((each) => (typeof each === 'string' ? isolated(each) : each)),
        );
    }
    if (Array.isArray(value)) return value.map(wrapped);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wrapped(each)]));
  };
  return wrapped(texts) as T;
}
