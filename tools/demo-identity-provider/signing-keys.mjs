import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/**
 * @typedef {object} SigningKey
 * @property {string} kid
 * @property {CryptoKey} privateKey
 * @property {import('jose').JWK} privateJwk
 */

/** @returns {Promise<SigningKey>} */
export async function makeSigningKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, privateJwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' } };
}

/** The key as its document shows it: no private part. @param {SigningKey} key */
export function publicJwk({ privateJwk: { kty, n, e, kid } }) {
  return { kty, n, e, kid, use: 'sig' };
}

/**
 * @param {import('jose').JWTPayload} claims
 * @param {import('jose').JWTHeaderParameters} header
 * @param {SigningKey} key
 */
export const signIdToken = (claims, header, key) => new SignJWT(claims).setProtectedHeader(header).sign(key.privateKey);
