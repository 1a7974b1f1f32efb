import { canonicalPath, movedTo, withoutEndSlashes } from './site-path.js';

describe('the path of a page', () => {
  it.each([
    ['/plan', null],
    ['/', null],
    ['/plan/', '/plan'],
    ['/plan///', '/plan'],
    ['/sv', '/'],
    ['/sv/plan', '/plan'],
    ['/svenska', null],
    ['/en/', '/en'],
    ['//evil.example/', null],
    ['/sv//evil.example', null],
    ['/\\evil.example/', null],
    ['/a//b/', null],
  ])('%s is moved to %s', (path, expected) => expect(movedTo(path)).toBe(expected));

  it('is the same however it was escaped', () => {
    expect(canonicalPath('/mal/%52%31')).toBe('/mal/R1');
    expect(canonicalPath('/mal/R1', (segment) => segment.toLowerCase())).toBe('/mal/r1');
    expect(canonicalPath('/%E0%A4%A')).toBeNull();
  });

  // With a pattern that can take a letter in two ways each of these would never come to an end.
  it.each([`/sv/${'a'.repeat(15_000)}!`, `${'/'.repeat(15_000)}x`, `/${'a/'.repeat(7_000)}!/`, '/'.repeat(15_000)])(
    'is read at once, however long and strange',
    (path) => {
      for (let times = 0; times < 1000; times++) {
        expect(movedTo(path) ?? '/').toMatch(/^\/$/);
        expect(withoutEndSlashes(path).endsWith('/')).toBe(false);
      }
    },
  );
});
