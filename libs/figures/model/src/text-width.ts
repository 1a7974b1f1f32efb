// Advance widths in thousandths of an em, read from Source Sans 3 (regular and semibold; figures are tabular).
// prettier-ignore
const CHARACTERS = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u00a0ÅÄÖÉåäöéü²³°µ·×–—−…’”“₂§ØÆøæ●▲■✓○";
// prettier-ignore
const REGULAR = [200,289,426,497,497,824,609,249,303,303,418,497,249,311,249,350,497,497,497,497,497,497,497,497,497,497,249,249,497,497,497,425,847,543,588,571,615,527,494,617,652,263,479,579,486,727,647,664,566,664,569,534,536,645,515,786,513,476,539,303,350,303,497,500,542,504,553,456,555,496,292,504,544,246,247,495,255,829,547,542,555,555,347,419,338,544,467,719,446,467,425,303,241,303,497,200,544,544,664,527,504,504,542,496,544,367,367,331,562,249,497,480,800,497,948,249,426,426,367,497,664,822,542,778,600,600,600,612,600];
// prettier-ignore
const STRONG = [200,315,482,513,513,841,639,275,324,324,438,513,275,322,275,344,513,513,513,513,513,513,513,513,513,513,275,275,513,513,513,444,875,558,597,576,625,538,510,628,663,282,494,597,502,745,657,674,582,674,592,545,546,655,536,800,541,501,540,324,344,324,513,500,549,516,563,462,564,507,317,520,558,262,263,522,271,843,560,549,564,564,373,431,361,556,495,748,481,495,443,324,255,324,513,200,558,558,674,538,516,516,549,507,556,372,372,348,578,275,513,480,800,513,964,275,482,482,372,513,674,834,549,780,600,600,600,630,600];

const place = new Map([...CHARACTERS].map((character, index) => [character, index]));
const UNKNOWN = place.get('m') ?? 0;

/** Width in px of one line of text without kerning, with no browser to ask; an unknown character counts as an m. */
export function textWidth(text: string, size: number, weight: 'regular' | 'strong' = 'regular'): number {
  const widths = weight === 'strong' ? STRONG : REGULAR;
  const sum = [...text].reduce((total, character) => total + (widths[place.get(character) ?? UNKNOWN] ?? 0), 0);
  return (sum * size) / 1000;
}

/** A text in lines no wider than `width` px, broken between words, and within a word only if it is wider by itself. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: 'regular' | 'strong' = 'regular',
): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((each) => pieces(each, width, size, weight))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number, size: number, weight: 'regular' | 'strong'): string[] {
  const found: string[] = [''];
  for (const character of word) {
    const longer = (found.at(-1) ?? '') + character;
    if (found.at(-1) === '' || textWidth(longer, size, weight) <= width) found[found.length - 1] = longer;
    else found.push(character);
  }
  return found;
}
