import { boundedText, cleanText, requiredText } from './text.js';

const codesOf = (result: { success: boolean; error?: { issues: { message: string }[] } }): string[] =>
  result.error?.issues.map((issue) => issue.message) ?? [];

describe('text from a person', () => {
  it('loses what no report can hold, and nothing else', () => {
    expect(cleanText('  a\u0000b\u0007\r\nc\ud800 \ufeffÅ\u0301 ')).toBe('ab\nc Ǻ');
    expect(cleanText('😀 <b>fet</b> =1+1')).toBe('😀 <b>fet</b> =1+1');
  });

  it('is refused with a word that says why', () => {
    expect(codesOf(boundedText(3).safeParse('abcd'))).toEqual(['too-long']);
    expect(codesOf(requiredText(3).safeParse('  '))).toEqual(['required']);
    expect(boundedText(3).parse(' ab ')).toBe('ab');
  });
});
