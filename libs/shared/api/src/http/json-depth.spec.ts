import fc from 'fast-check';
import { isDeeperThan } from './json-depth.js';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value as Record<string, unknown>).map(depthOf))
    : 0;
const deeper = (text: string, deepest: number): boolean => isDeeperThan(Buffer.from(text), deepest);

test('is the depth that the parsed value has', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8, stringUnit: 'binary' }), (text) => {
      const depth = depthOf(JSON.parse(text));
      expect([deeper(text, depth), depth > 0 && !deeper(text, depth - 1)]).toEqual([false, false]);
    }),
  );
});

test.each([
  ['brackets in words do not count', `{"a":"${'['.repeat(100)}"}`, false],
  ['nor after an escaped quote', String.raw`{"a":"\"[[[[[[","b":"\\","c":[1]}`, false],
  ['but after an escaped backslash', `{"a":"\\\\","b":${'['.repeat(3)}`, true],
  ['side by side is not within', `[${'[[1],[2]],'.repeat(1000)}1]`, false],
  ['without an end', '['.repeat(100_000), true],
  ['closed before it was opened', `${'}'.repeat(50)}${'['.repeat(54)}`, true],
  ['nothing', '', false],
])('%s', (_, text, expected) => expect(deeper(text, 3)).toBe(expected));
