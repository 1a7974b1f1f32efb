import { canonicalDecimal, Decimal, decimalsOf } from './decimal.js';
import { compareDecimals, meanOf, percentOfWay, sameWithin, sumOf } from './decimal-arithmetic.js';
import { cellsApart, readDecimal } from './read-decimal.js';

describe('a decimal as text', () => {
  it.each(['0', '-1', '12.5', '-1234.50', '123456789012.123456'])('is %s', (text) =>
    expect(Decimal.safeParse(text).success).toBe(true),
  );
  it.each(['', '-', '+1', '1,5', '1.', '.5', '1.2.3', '1234567890123', '0.1234567', 'x1', '1x', '--1', '1 000'])(
    'is not %j',
    (text) => expect(Decimal.safeParse(text).success).toBe(false),
  );
  it.each([
    ['0007', '7'],
    ['-0', '0'],
    ['-000.00', '0.00'],
    ['00.50', '0.50'],
    ['-007.10', '-7.10'],
    ['100', '100'],
    ['0', '0'],
  ])('%s is kept as %s, with every decimal', (text, canonical) => expect(canonicalDecimal(text)).toBe(canonical));
  it.each([
    ['4', 0],
    ['4.0', 1],
    ['-4.125', 3],
  ])('%s is written with %d decimals', (text, decimals) => expect(decimalsOf(text)).toBe(decimals));
});

describe('the edges of the arithmetic', () => {
  it('has a sum of nothing, and of what takes itself out', () => {
    expect(sumOf([])).toBe('0');
    expect(sumOf(['-0.5', '0.25'])).toBe('-0.25');
    expect(sumOf(['0.05', '-0.05'])).toBe('0.00');
    expect(sumOf(['-10', '-0.5'])).toBe('-10.5');
  });

  it('rounds a mean to the decimals asked for, halves away from zero', () => {
    expect(meanOf(['1', '2', '2'], ['1', '1', '1'], 2)).toBe('1.67');
    expect(meanOf(['1', '2', '2'], ['1', '1', '1'], 0)).toBe('2');
    expect(meanOf(['-1', '-2', '-2'], ['1', '1', '1'], 1)).toBe('-1.7');
    expect(meanOf(['0.2', '0.3'], ['1', '1'], 0)).toBe('0.3');
    // What has no weight does not count.
    expect(meanOf(['1', '100'], ['1'], 0)).toBe('1');
  });

  it('compares across zero', () => {
    expect([compareDecimals('-1', '1'), compareDecimals('1', '-1'), compareDecimals('-2', '-1')]).toEqual([-1, 1, -1]);
  });

  it.each([
    ['41.15', '41.2', 1, true],
    ['-41.15', '-41.2', 1, true],
    ['41.14', '41.2', 1, false],
    ['41', '42', 0, false],
    ['41.4', '41', 0, true],
    ['0.1', '0.10', 3, true],
    ['0.1', '0.101', 3, false],
  ])('%s and %s are alike with %d decimals: %s', (a, b, decimals, alike) =>
    expect(sameWithin(a, b, decimals)).toBe(alike),
  );

  it.each([
    ['0', '3', '1', 33],
    ['0', '3', '-1', -34],
    ['0', '100', '-1', -1],
    ['3', '0', '2', 33],
    ['3', '0', '4', -34],
    ['100', '55', '100', 0],
    ['-10', '10', '0.5', 52],
    ['0', '1', '2', 200],
  ])('from %s to %s, %s is %d %% of the way', (from, to, value, percent) =>
    expect(percentOfWay(from, to, value)).toBe(percent),
  );
});

describe('what is told of a number that is refused', () => {
  const PERCENT = { unit: '%', decimals: 1 };
  it.each([
    ['46 kWh', 'other_unit', 'kWh'],
    ['1,234', 'thousands_sign', '1,234'],
    ['46;47', 'two_numbers', '46;47'],
    [' tolv ', 'letters', 'tolv'],
    ['5 €', 'other_unit', '€'],
    ['5 °', 'other_unit', '°'],
    ['5 !', 'not_a_number', '5 !'],
    ['5 m2', 'other_unit', 'm2'],
    ['1.234.567', 'thousands_sign', '1.234.567'],
    ['1.234,567', 'thousands_sign', '1.234,567'],
    ['1.234.56', 'two_numbers', '1.234.56'],
    ['1.234,567.8', 'two_numbers', '1.234,567.8'],
    ['1234567890123,1234567', 'number_too_large', '1234567890123,1234567'],
  ])('%j is %s: %j', (text, why, written) =>
    expect(readDecimal(text, PERCENT)).toEqual({ kind: 'refused', why, written }),
  );

  it.each([
    ['1 234.5678', '1234.5678'],
    ['12,345', '12.345'],
    ['000,5', '0.5'],
    ['00', '0'],
    ['0,000', '0.000'],
    ['-0', '0'],
    ['-0,05', '-0.05'],
    ['5,1234560000', '5.123456'],
    ['5,1000000', '5.100000'],
    ['46,', null],
    ['1 234 5', null],
    ['1 2345', null],
    ['12 345 678', '12345678'],
    ['1’234 567', null],
  ])('%j is read as %s where nothing is expected', (text, value) => {
    const read = readDecimal(text);
    expect(read.kind === 'number' ? read.value : null).toBe(value);
  });

  it('a soft hyphen is a minus before the number, and parts two numbers within it', () => {
    expect(readDecimal('\u00ad46')).toEqual({ kind: 'number', value: '-46' });
    expect(readDecimal('\u00ad4\u00ad6')).toMatchObject({ kind: 'refused', why: 'two_numbers' });
  });
});

describe('pasted cells', () => {
  it.each([
    ['1\t\t2', '1; 2'],
    ['1\u20282\u00853', '1; 2; 3'],
    ['\t \t1', null],
    ['', null],
  ])('%j', (pasted, apart) => expect(cellsApart(pasted)).toBe(apart));
});
