/**
 * Symbol and Wingdings put their signs at U+F000 + the byte of the font. As bullets they become •; arrows and, within a
 * line, the signs of calculation that Symbol is used for become themselves.
 */
const ARROWS: Readonly<Record<string, string>> = {
  '\uf0ac': '←',
  '\uf0ad': '↑',
  '\uf0ae': '→',
  '\uf0af': '↓',
  '\uf0de': '→',
  '\uf0df': '←',
  '\uf0e0': '→',
  '\uf0e1': '↑',
  '\uf0e2': '↓',
  '\uf0e7': '←',
  '\uf0e8': '→',
  '\uf0e9': '↑',
  '\uf0ea': '↓',
  '\uf0ef': '←',
  '\uf0f0': '→',
  '\uf0f1': '↑',
  '\uf0f2': '↓',
};
const CALCULATION: Readonly<Record<string, string>> = {
  '\uf06d': 'µ',
  '\uf0a3': '≤',
  '\uf0b0': '°',
  '\uf0b1': '±',
  '\uf0b3': '≥',
  '\uf0b4': '×',
  '\uf0b9': '≠',
  '\uf0bb': '≈',
};

const AT_LINE_START = /^([^\S\n]*)[\uf020-\uf0ff](?=\s|$)/gmu;
const ANYWHERE = /[\uf020-\uf0ff]/gu;

/** The text with the private signs of word processors as signs that every font has. */
export const wordProcessorSigns = (text: string): string =>
  text
    .replace(AT_LINE_START, (found, indent: string) => `${indent}${ARROWS[found.slice(indent.length)] ?? '•'}`)
    .replace(ANYWHERE, (sign) => ARROWS[sign] ?? CALCULATION[sign] ?? '•');
