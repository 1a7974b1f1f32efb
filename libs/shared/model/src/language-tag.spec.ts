import { canonicalLanguage, foreignLanguage } from './language-tag.js';

describe('a language tag', () => {
  it.each([
    ['sv', 'sv'],
    ['da', 'da'],
    ['nb-no', 'nb-NO'],
    ['SE', 'se'],
    ['sr-latn-rs', 'sr-Latn-RS'],
    ['fit', 'fit'],
    ['smj', 'smj'],
  ])('is written as it usually is: %s', (text, tag) => expect(canonicalLanguage(text)).toBe(tag));

  it.each([
    '',
    'svenska',
    'swedish',
    'sv_SE',
    'xx',
    'sv-QX',
    'und',
    'mul',
    'sv-u-co-trad',
    '-',
    's',
    'sv ',
    'sv-SE-x-a',
  ])('names no language: "%s"', (text) => expect(canonicalLanguage(text)).toBeNull());

  it('is said only where the page is in another language', () => {
    expect(foreignLanguage('da', 'sv')).toBe('da');
    expect(foreignLanguage('nb-NO', 'en')).toBe('nb-NO');
    expect(foreignLanguage('en-GB', 'en')).toBeNull();
    expect(foreignLanguage('sv', 'sv')).toBeNull();
  });

  it('is Swedish where none is stated', () => {
    expect(foreignLanguage(undefined, 'en')).toBe('sv');
    expect(foreignLanguage(null, 'sv')).toBeNull();
  });
});
