import { foldText } from './fold-text.js';

describe('a text that is searched', () => {
  it.each([
    ['12 500', '12500'],
    ['1 234 567,5 ton', '1234567,5 ton'],
    ['1’000 och 2\u00a0000', '1000 och 2000'],
    ['12 345 6789', '12345 6789'],
    ['1 23 456', '1 23456'],
    ['2024 000', '2024 000'],
    ['a1 000', 'a1 000'],
    ['0,1 000', '0,1 000'],
    ['miljö\u00admål\u{e0001}', 'miljömål'],
  ])('%j is searched as %j', (text, folded) => {
    expect(foldText(text).dotted).toBe(folded);
  });

  it('leads back to its places in what was written', () => {
    expect(foldText('1 000\u00ad a').at).toEqual([0, 2, 3, 4, 6, 7]);
  });
});
