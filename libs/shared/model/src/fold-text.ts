/** A text as it can be searched, and where its folded signs stand in the text itself. */
export interface FoldedText {
  readonly text: string;
  /** The place in the text of each folded sign; null where nothing has been left out and every place is the same. */
  readonly at: readonly number[] | null;
  /** Small letters, without accents; å, ä and ö as they are. */
  readonly dotted: string;
}

/** Letters of their own in Swedish, and what they are without their dots. */
export const DOTS: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o' };

function foldSign(sign: string): string {
  const small = sign.toLowerCase();
  if (sign <= '\x7f' || small in DOTS) return small;
  const bare = small.normalize('NFKD').charAt(0);
  return bare === '' ? small : bare;
}

// What is not seen, and what groups the thousands of a number: `miljö\u00admål` is `miljömål`, `12 500` is `12500`.
// A number is matched whole: to look back from each of its groups costs the square of their number.
const INVISIBLE_OR_GROUPED = /[\p{Cf}\u034f\ufe00-\ufe0f]|(?<![\p{L}\d.,])\d{1,3}(?:[\p{Zs}’']\d{3})+(?!\d)/gu;
const DIGIT = /\d/;

/** The places that are left out when the text is searched. */
function placesLeftOut(text: string): ReadonlySet<number> {
  const places = Array.from(text.matchAll(INVISIBLE_OR_GROUPED), ({ 0: found, index }) =>
    found.split('').flatMap((sign, at) => (DIGIT.test(sign) ? [] : [index + at])),
  );
  return new Set(places.flat());
}

/** The one way that a text is made ready for every search: what is sought and what it is sought in alike. */
export function foldText(text: string): FoldedText {
  const whole = text.normalize('NFC');
  const out = placesLeftOut(whole);
  // Sign by sign as they are counted, so that a place in one leads to a place in the other.
  const signs = whole.split('');
  const at = out.size === 0 ? null : [...signs.keys()].filter((place) => !out.has(place));
  const dotted = (at?.map((place) => signs[place] ?? '') ?? signs).map(foldSign).join('');
  return { text: whole, at, dotted };
}

/** A folded text without the dots of å, ä and ö. */
export const withoutDots = (text: string): string => text.replace(/[åäö]/g, (sign) => DOTS[sign] ?? sign);

/** Tells of a text whether every word of the query stands in it, in any order. Who writes no dots finds those with them. */
export function havingWords(query: string): (text: string) => boolean {
  const words = foldText(query).dotted.split(/\s+/).filter(Boolean);
  return (text) => {
    const { dotted } = foldText(text);
    return words.every((word) => dotted.includes(word) || withoutDots(dotted).includes(word));
  };
}
