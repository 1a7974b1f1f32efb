import fc from 'fast-check';
import { Decimal, formatDecimal, readDecimal } from './decimal.js';

describe('a number as people write it', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['1234.5', '1234.5'],
    ['\u22123', '-3'],
    ['1\u00a0234', '1234'],
    ['12\u202f345,60', '12345.60'],
    ['0,5', '0.5'],
    ['007', '7'],
    ['+4', '4'],
    ['-0,0', '0.0'],
  ])('%s is read as %s', (text, value) => expect(readDecimal(text)).toEqual({ kind: 'number', value }));

  it.each(['1.234,5', '1,234,567', 'tolv', '4,', ',5', '1e5', '--3', '12 %', '٣', '1234567890123'])(
    '%s is refused rather than guessed',
    (text) => expect(readDecimal(text)).toEqual({ kind: 'not-a-number' }),
  );

  it.each(['', '   ', '\u00a0'])('nothing is nothing', (text) => expect(readDecimal(text)).toEqual({ kind: 'empty' }));

  it('never throws, and what it reads is a decimal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readDecimal(text);
        if (read.kind === 'number') expect(Decimal.safeParse(read.value).success).toBe(true);
      }),
    );
  });

  it('comes back from what is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 3 }), (n, decimals) => {
        const shown = formatDecimal(n / 10 ** decimals, decimals);
        const read = readDecimal(shown);
        expect(read.kind === 'number' && Number(read.value)).toBe(n / 10 ** decimals);
      }),
    );
  });

  it('is shown with the decimals of the indicator', () => {
    expect(formatDecimal('1234.5', 2)).toBe('1\u00a0234,50');
    expect(formatDecimal('-3', 0)).toBe('\u22123');
    expect(formatDecimal('1234.5', 1, 'en')).toBe('1,234.5');
  });
});
