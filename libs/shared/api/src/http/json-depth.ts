const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number | undefined> = new Set(Buffer.from('{['));
const CLOSING: ReadonlySet<number | undefined> = new Set(Buffer.from('}]'));

/**
 * Whether objects and lists are nested deeper than so in a JSON text, as UTF-8. It counts without going down into
 * them, and before anything is parsed.
 */
export function isDeeperThan(json: Uint8Array, deepest: number): boolean {
  let depth = 0;
  let inWords = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (inWords) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inWords = false;
    } else if (byte === QUOTE) inWords = true;
    else if (OPENING.has(byte)) {
      if (++depth > deepest) return true;
    } else if (CLOSING.has(byte)) depth--;
  }
  return false;
}
