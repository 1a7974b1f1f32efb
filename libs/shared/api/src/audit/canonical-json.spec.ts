import { canonicalJson, sha256Hex } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is the same for the same facts in another order', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'å' }], a: true })).toBe('{"a":true,"b":[1,{"c":"å","d":null}]}');
  });

  it.each([undefined, () => 1])('is not made of what JSON cannot hold', (value) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError('Not a JSON value'));
  });
});

// FIPS 180-4, and the two UTF-8 bytes of a letter.
it.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['å', 'e83979df9d36090142f23051f8e8d7ad48e5c20dff5c9e7b92ca3454f67469f9'],
])('SHA-256 is of the text’s UTF-8 bytes: %s', (text, hash) => expect(sha256Hex(text)).toBe(hash));
