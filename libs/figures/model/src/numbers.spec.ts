import { readDecimal } from '@malspar/shared-model';
import fc from 'fast-check';
import { numberText } from './numbers.js';

const decimal = fc
  .tuple(fc.bigInt(-999_999_999_999n, 999_999_999_999n), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, fraction]) => `${whole}${fraction && `.${fraction}`}`);

describe('numberText', () => {
  it('is written with the language’s signs and the decimals asked for', () => {
    expect(numberText('1234.5', 2, 'sv')).toBe('1\u00a0234,50');
    expect(numberText('-3', 0, 'sv')).toBe('\u22123');
    expect(numberText('1234.5', 1, 'en')).toBe('1,234.5');
  });

  it('loses no digit: what is shown is read as the same number', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const decimals = value.split('.')[1]?.length ?? 0;
        expect(readDecimal(numberText(value, decimals, 'sv'))).toEqual({ kind: 'number', value });
      }),
    );
  });
});
