import { diffWords, shareOfWordsChanged } from './words.js';

const joined = (before: string, after: string, kinds: string[]) =>
  diffWords(before, after)
    .filter((token) => kinds.includes(token.kind))
    .map((token) => token.text)
    .join('');

describe('diffWords', () => {
  it('marks whole words', () => {
    expect(diffWords('Resorna minskar i år.', 'Resorna ökar kraftigt i år.')).toEqual([
      { kind: 'same', text: 'Resorna ' },
      { kind: 'del', text: 'minskar' },
      { kind: 'ins', text: 'ökar kraftigt' },
      { kind: 'same', text: ' i år.' },
    ]);
  });

  it('says all that left before all that came where nothing but spaces is common', () => {
    expect(diffWords('I år behöver B1 mest stöd.', 'I år går det svagast.')).toEqual([
      { kind: 'same', text: 'I år ' },
      { kind: 'del', text: 'behöver B1 mest stöd.' },
      { kind: 'ins', text: 'går det svagast.' },
    ]);
  });

  it.each([
    ['', ''],
    ['', 'ny text'],
    ['gammal text', ''],
    ['samma', 'samma'],
    ['a b c d e', 'e d c b a'],
    ['två\nrader  och blanksteg', 'två rader\n\noch  blanksteg'],
    ['a a a b', 'a a b a'],
  ])('gives both texts back: %j → %j', (before, after) => {
    expect(joined(before, after, ['same', 'del'])).toBe(before);
    expect(joined(before, after, ['same', 'ins'])).toBe(after);
  });

  it('manages the longest comments there are', () => {
    const words = (from: number) => Array.from({ length: 800 }, (_, index) => `ord${(index * from) % 997}`).join(' ');
    const [before, after] = [words(7), words(11)];
    expect(joined(before, after, ['same', 'ins'])).toBe(after);
  });
});

describe('shareOfWordsChanged', () => {
  it('goes from none to all', () => {
    expect(shareOfWordsChanged('samma ord', 'samma  ord')).toBe(0);
    expect(shareOfWordsChanged('a b c', 'a b d')).toBe(0.5);
    expect(shareOfWordsChanged('', 'helt nytt')).toBe(1);
  });
});
