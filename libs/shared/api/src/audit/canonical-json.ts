import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A value as JSON by RFC 8785 (JSON Canonicalization Scheme); throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
}

/** SHA-256 of bytes, or of a text's UTF-8, as 64 hexadecimal digits. */
export const sha256Hex = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
