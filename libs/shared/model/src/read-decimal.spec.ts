import fc from 'fast-check';
import type { Decimal } from './decimal.js';
import { cellsApart, type ExpectedNumber, readDecimal } from './read-decimal.js';

const PERCENT: ExpectedNumber = { unit: '% av inköpsvärdet', decimals: 1 };
const read = (text: string, expected?: ExpectedNumber): string => {
  const result = readDecimal(text, expected);
  return result.kind === 'number' ? result.value : result.kind === 'empty' ? 'empty' : result.why;
};

describe('a number as people write it', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['1234.5', '1234.5'],
    ['1\u00a0234', '1234'],
    ['12\u202f345,60', '12345.60'],
    ['1\u2009234\u2007567', '1234567'],
    ['1’234’567,8', '1234567.8'],
    ["1'234", '1234'],
    ['0,5', '0.5'],
    ['007', '7'],
    ['+4', '4'],
    ['-0,0', '0.0'],
    ['１２，５', '12.5'],
    ['\ufeff46,1\u200b', '46.1'],
    ['46,1\r\n', '46.1'],
    ['\t46,1\t', '46.1'],
    ['46,1\u0085', '46.1'],
    ['46,10000000', '46.100000'],
    ['123456789012,123456', '123456789012.123456'],
  ])('%j is read as %s', (text, value) => expect(read(text)).toBe(value));

  it.each([...'-\u00ad\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u2212\u2796\ufe58\ufe63\uff0d'])(
    'a leading hyphen of any kind is a minus: %j',
    (hyphen) => {
      expect(read(`${hyphen}3,5`)).toBe('-3.5');
      expect(read(`${hyphen} 3,5`)).toBe('-3.5');
    },
  );

  it.each(['46\t47', '46\n47', '46\r\n47', '46\u2028471', '12\t500', '46 47', '1 23', '12  500', '46–47', '46 och 47'])(
    'two cells or two numbers are never joined: %j',
    (text) => expect(read(text)).toBe('two_numbers'),
  );

  it.each(['46\u00ad47', '46\u200b47', '46\u2060471', '46\ufeff47'])(
    'nor where what stood between is not seen: %j',
    (text) => expect(read(text)).toBe('two_numbers'),
  );

  it.each(['46;47', '46/47', '12:30', '2025-01-31', '46,1,2', '46,1, 47', '1 2345'])('%j is more than one', (text) =>
    expect(read(text)).toBe('two_numbers'),
  );

  it.each(['46 %', '46%', '46 ％', '46 procent', '46 percent', '46 % av inköpsvärdet', '46\u00a0%'])(
    'its own unit after it is dropped: %j',
    (text) => expect(read(text, PERCENT)).toBe('46'),
  );

  it.each([
    ['12 kWh/m2', 'kWh/m²', '12'],
    ['12 kWh / kvm', 'kWh/m²', '12'],
    ['12 ton CO₂e', 'ton CO2e', '12'],
    ['97 index', 'index (2019 = 100)', '97'],
    ['5 recept per 1 000 invånare', 'recept per 1 000 invånare', '5'],
    ['5 st.', 'st', '5'],
    ['12 kWh', 'kWh/m²', 'other_unit'],
    ['12 ‰', '%', 'other_unit'],
    ['12 procentenheter', '%', 'other_unit'],
    ['12 kr', '', 'other_unit'],
    ['12 %\t13 %', '%', 'two_numbers'],
  ])('%j of an indicator in %j is %s', (text, unit, expected) =>
    expect(read(text, { unit, decimals: 1 })).toBe(expected),
  );

  it.each([
    ['1.234', 'thousands_sign'],
    ['1,234', 'thousands_sign'],
    ['1,234,567', 'thousands_sign'],
    ['1.234,5', 'thousands_sign'],
    ['1,234.5', 'thousands_sign'],
    ['0,234', '0.234'],
    ['1234,567', '1234.567'],
    ['1 234,567', '1234.567'],
  ])('%s is %s where three decimals cannot be meant', (text, expected) => expect(read(text, PERCENT)).toBe(expected));

  it('reads three decimals where they can be meant', () => {
    expect(read('1,234', { unit: '%', decimals: 3 })).toBe('1.234');
    expect(read('1,234')).toBe('1.234');
  });

  it.each([
    ['tolv', 'letters'],
    ['ca 46', 'letters'],
    ['kr 100', 'letters'],
    ['1e5', 'other_unit'],
    ['٣', 'other_digits'],
    ['१२', 'other_digits'],
    ['1234567890123', 'number_too_large'],
    ['0,1234567', 'too_many_decimals'],
  ])('%j is refused with its own reason: %s', (text, why) => expect(read(text)).toBe(why));

  it.each(['4,', ',5', '--3', '±4', '<5', '46-', '46²', '½', '(46)'])('%j is no number', (text) =>
    expect(read(text)).toBe('not_a_number'),
  );

  it.each(['', '   ', '\u00a0', '\t\r\n', '\u200b\ufeff'])('%j is nothing', (text) => expect(read(text)).toBe('empty'));
});

const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
const decimal = fc
  .tuple(fc.bigInt(0n, 999_999_999_999n), fc.stringMatching(/^\d{0,6}$/), fc.boolean())
  .map(([whole, fraction, below]): Decimal => {
    const size = `${whole}${fraction && `.${fraction}`}`;
    return below && /[1-9]/.test(size) ? `-${size}` : size;
  });

describe('every text that is accepted', () => {
  const mess = fc.string({
    unit: fc.constantFrom(...'0123456789', ' ', '\u00a0', '\t', '\n', ',', '.', '-', '\u2212', '’', '%', 'k', '\u200b'),
    maxLength: 12,
  });

  it('holds the digits of the number and no others, and gives the same number when it is read again', () => {
    fc.assert(
      fc.property(mess, fc.constantFrom(undefined, PERCENT), (text, expected) => {
        const result = readDecimal(text, expected);
        if (result.kind !== 'number') return;
        expect(result.value).toMatch(/^-?\d{1,12}(\.\d{1,6})?$/);
        expect(digits(text).startsWith(digits(result.value))).toBe(true);
        expect(digits(text).replace(digits(result.value), '')).toMatch(/^0*$/);
        expect(readDecimal(result.value, expected)).toEqual(result);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never joins what stands in two cells', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.constantFrom('\t', '\n', '\r\n', '\u2028', ' \t '), (a, b, between) => {
        expect(read(`${a}${between}${b}`)).toBe('two_numbers');
        expect(read(cellsApart(`${a}${between}${b}`) ?? '')).toBe('two_numbers');
      }),
    );
  });

  it('never throws on anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readDecimal(text, PERCENT)));
  });
});

describe('cells that are pasted', () => {
  it.each(['46,1', '46,1\r\n', '\t46,1', '1 234'])('leaves one cell as it is: %j', (text) =>
    expect(cellsApart(text)).toBeNull(),
  );
  it('keeps two apart', () => expect(cellsApart('12\r\n500\r\n')).toBe('12; 500'));
});
