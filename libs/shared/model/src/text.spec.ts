import fc from 'fast-check';
import { cleanLine, cleanText, isBlank, textLength } from './clean-text.js';
import { boundedText, requiredText } from './text.js';

const codesOf = (result: { success: boolean; error?: { issues: { message: string }[] } }): string[] =>
  result.error?.issues.map((issue) => issue.message) ?? [];

const WOMAN_MAN_GIRL = '👩‍👩‍👧';
const KEPT = [
  '😀 <b>fet</b> =1+1',
  WOMAN_MAN_GIRL,
  '🏳️‍🌈 ❤️ 👩🏽‍🚒',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'miljö\u00adarbete',
  'می\u200cخواهم',
  'क्\u200dष',
  '漢字 عربى עברית',
  '1\u00a0234\u202f567',
  'en\ttabb',
  '\u0600\u0661',
];

describe('text from a person', () => {
  it.each(KEPT)('stays as it is: %j', (text) => expect(cleanText(text)).toBe(text));

  it('keeps no more accents on a letter than sixteen, since a long row of them is slow to put in order', () => {
    const row = '\u0301\u0327'.repeat(20);
    expect(cleanText(`a${row}b`).normalize('NFD')).toHaveLength(1 + 16 + 1);
  });

  it('loses what no report can hold', () => {
    expect(cleanText('  a\u0000b\u0007\r\nc\ud800 \ufeffÅ\u0301 ')).toBe('ab\nc Ǻ');
  });

  it.each(['\u2028', '\u2029', '\u0085', '\v', '\f', '\r', '\r\n'])('has one kind of line end: %j', (end) =>
    expect(cleanText(`a${end}b`)).toBe('a\nb'),
  );

  it.each([...'\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf06e\uf06c\uf06f\uf076\uf0a1\uf0b2\uf0fe\uf0a3\uf02d'])(
    'has bullets that every font has: %j',
    (bullet) => expect(cleanText(`Två saker:\n${bullet}\tEtt\n  ${bullet} Två`)).toBe('Två saker:\n•\tEtt\n  • Två'),
  );

  it.each([...'\uf0e0\uf0ae\uf0e8\uf0f0\uf0de'])('has arrows that every font has: %j', (arrow) => {
    expect(cleanText(`46 ${arrow} 47`)).toBe('46 → 47');
    expect(cleanText(`${arrow} 47`)).toBe('→ 47');
  });

  it('keeps the signs of calculation that were set in Symbol', () => {
    expect(cleanText('\uf0a3 5 \uf0b0C \uf0b1 1')).toBe('• 5 °C ± 1');
    expect(cleanText('x \uf0a3 5')).toBe('x ≤ 5');
  });

  it.each([
    ...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
    ...'\u200b\u2060\u2064\ufeff\u034f\u115f\u1160\u17b4\u180e\u3164\uffa0\ufff9\ufffc\ufffe\u{e0001}\u{e0041}',
    ...'\u00ad\u200c\u200d\ufe0f\u001b\u0007\u009f\ue000\uf8ff\u{f0000}',
    '\ud800',
    '\udc00',
  ])('loses what is not seen or turns words around: %j', (sign) => {
    expect(cleanText(`a ${sign}b${sign} c${sign}`)).toBe('a b c');
    expect(isBlank(sign)).toBe(true);
  });

  it.each(['\u200b', '\u2800', '\u3164', '\u0301', '\u00ad\u00ad', ' \u00a0\n', '\u{e0061}', '\u200d\ufe0f'])(
    'is required to be seen: %j',
    (text) => {
      expect(codesOf(requiredText(100).safeParse(text))).toEqual(['required']);
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['.', '5', '漢', '→', '😀', 'e\u0301'])('is seen: %j', (text) =>
    expect(requiredText(10).parse(text)).toBe(cleanText(text)),
  );

  it('is refused with a word that says why, and counted as it is kept', () => {
    expect(codesOf(boundedText(3).safeParse('abcd'))).toEqual(['too-long']);
    expect(boundedText(3).parse(' ab\u200b\u202e ')).toBe('ab');
    expect(boundedText(2).parse('a\r\n\u202a')).toBe('a');
    expect(textLength(' a\u200b\r\nb ')).toBe(3);
  });

  it.each([
    ['emoji', '😀'.repeat(4000), 4000],
    ['an emoji with a skin colour', '👍🏽', 2],
    ['a family', '👩\u200d👧', 3],
    ['a flag', '🇸🇪', 2],
    ['an accent that has a letter of its own', 'e\u0301', 1],
    ['an accent that has none', 'x\u0301', 2],
    ['a rare ideograph', '𠮷', 1],
    ['halves of a pair', 'a\ud83d\ude00\ud83d', 2],
  ])('is as long for the browser as for the server: %s', (_, text, length) => {
    expect(textLength(text)).toBe(length);
    expect(boundedText(length).safeParse(text).success).toBe(true);
    expect(codesOf(boundedText(length - 1).safeParse(text))).toEqual(['too-long']);
    expect(codesOf(requiredText(length - 1).safeParse(text))).toContain('too-long');
  });

  it('is as long for the browser as for the server, whatever it is', () => {
    const unit = fc.constantFrom(...'aå 😀𠮷\u0301\u200d\ufe0f', '👩\u200d👧', '\ud83d', '\ude00', '\r\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (text, max) => {
        expect(boundedText(max).safeParse(text).success).toBe(textLength(text) <= max);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is one line where it is a name', () => expect(cleanLine('Eva\u202e\u0000\nEk')).toBe('Eva Ek'));

  it('is clean once it has been cleaned, and holds nothing that turns or hides', () => {
    const signs = [
      ...KEPT.join(''),
      ...'aå \n\u0301\u200b\u200d\u200c\u00ad\ufe0f\u202e\uf0b7\u2800\u{e0067}\u{1f3f4}',
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\u2800]/u);
      }),
      { numRuns: 5_000 },
    );
  });
});
