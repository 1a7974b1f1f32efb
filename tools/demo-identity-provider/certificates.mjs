import { randomUUID } from 'node:crypto';
import tls from 'node:tls';
import { generate } from 'selfsigned';

const day = 24 * 60 * 60 * 1000;

/**
 * A certificate authority and a leaf for localhost, made in memory: nothing secret ever touches the disk.
 * @returns {Promise<{caCert: string, key: string, cert: string}>}
 */
export async function makeLocalCertificates() {
  const common = /** @type {const} */ ({
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 60_000),
    notAfterDate: new Date(Date.now() + 30 * day),
  });
  // A name of its own: a verifier looks issuers up by name, and several may be trusted at once.
  const ca = await generate([{ name: 'commonName', value: `Demo identity provider CA ${randomUUID()}` }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { caCert: ca.cert, key: leaf.private, cert: leaf.cert };
}

/**
 * Trusts the authority in this process only, for `https` and `fetch` alike.
 * @param {string} caCert
 */
export function trustInThisProcess(caCert) {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), caCert]);
}

/**
 * Takes back {@link trustInThisProcess}.
 * @param {string} caCert
 */
export function distrustInThisProcess(caCert) {
  tls.setDefaultCACertificates(tls.getCACertificates('default').filter((known) => known.trim() !== caCert.trim()));
}
