/** What a tenant may send a browser back with. */
export type CallbackParameters =
  { readonly state: string; readonly code: string } | { readonly state: string; readonly error: string };

const TOKENS = ['id_token', 'access_token', 'refresh_token'];
const STATE = /^[\w-]{32}$/;
const CODE = /^[\x21-\x7e]{1,4096}$/;
const ERROR = /^[\x20-\x7e]{1,100}$/;

/**
 * Reads the callback's query: `code` + `state`, or `error` + `state`, each given once. Null for anything else: a token
 * pushed by the browser, a parameter given twice, characters that have no place there, another issuer (RFC 9207).
 */
export function readCallbackParameters(query: unknown, issuer: string): CallbackParameters | null {
  if (typeof query !== 'object' || query === null) return null;
  const given = Object.entries(query as Record<string, unknown>);
  if (!given.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return null;
  const value = new Map(given);
  if (TOKENS.some((token) => value.has(token))) return null;
  if (value.has('iss') && value.get('iss') !== issuer) return null;
  const [state, code, error] = [value.get('state') ?? '', value.get('code'), value.get('error')];
  if (!STATE.test(state)) return null;
  if (code !== undefined && error === undefined && CODE.test(code)) return { state, code };
  if (error !== undefined && code === undefined && ERROR.test(error)) return { state, error };
  return null;
}
