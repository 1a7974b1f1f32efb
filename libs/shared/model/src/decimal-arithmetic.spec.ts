import fc from 'fast-check';
import type { Decimal } from './decimal.js';
import { compareDecimals, meanOf, differenceOf, percentOfWay, sameWithin, sumOf } from './decimal-arithmetic.js';

describe('arithmetic on decimals', () => {
  it('has no binary fractions', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(meanOf(['1', '2'], ['1', '1'], 0)).toBe('2');
    expect(meanOf(['-1', '-2'], ['1', '1'], 0)).toBe('-2');
    expect(meanOf(['1.25', '1.50'], ['0.5', '1.5'], 1)).toBe('1.44');
  });

  it.each([
    ['41', '41.04', 1, true],
    ['41', '41.05', 1, false],
    ['-0.04', '0.04', 1, true],
    ['7', '7', 0, true],
  ])('%s and %s are the same within a decimal: %s', (a, b, decimals, same) => {
    expect(sameWithin(a, b, decimals)).toBe(same);
  });

  it('says how far something has come, never more', () => {
    expect(percentOfWay('100', '55', '55.01')).toBe(99);
    expect(percentOfWay('100', '55', '55')).toBe(100);
    expect(percentOfWay('0', '100', '-0.5')).toBe(-1);
    expect(percentOfWay('7', '7', '8')).toBeNull();
  });

  it('agrees with whole numbers', () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 5 }), (numbers) => {
        const texts = numbers.map((n) => String(n));
        expect(Number(sumOf(texts))).toBe(numbers.reduce((sum, n) => sum + n, 0));
        expect(compareDecimals(texts[0]!, texts.at(-1)!)).toBe(Math.sign(numbers[0]! - numbers.at(-1)!) + 0);
      }),
    );
  });
});

describe('two decimals', () => {
  const written = fc
    .tuple(fc.bigInt(-999_999_999_999n, 999_999_999_999n), fc.stringMatching(/^\d{0,6}$/))
    .map(([whole, fraction]): Decimal => `${whole}${fraction && `.${fraction}`}`);
  it('are subtracted to the last digit', () => {
    expect(differenceOf('123456789012.123457', '123456789012.123456')).toBe('0.000001');
    expect(differenceOf('0.1', '0.30')).toBe('-0.20');
    expect(differenceOf('4', '-4')).toBe('8');
  });

  it('are compared by what they are, not by how they are written or how a float holds them', () => {
    expect(compareDecimals('4.60', '4.6')).toBe(0);
    expect(compareDecimals('-0.0', '0')).toBe(0);
    expect(compareDecimals('123456789012.123456', '123456789012.123457')).toBe(-1);
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(Math.sign(Number(differenceOf(a, b)))).toBe(compareDecimals(a, b));
      }),
    );
  });
});
