import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { LINK, MARKUP, PERSONAL } from './feedback-patterns.js';

/** Goes on with the match from a place in the text; false sends the engine back to try something else. */
type Then = (at: number) => boolean;

/** A backtracking engine as in the language itself, slow and simple, that counts every attempt to match a node. */
class CountingEngine {
  steps = 0;
  private readonly signs = new Map<AST.Node, RegExp>();
  private readonly pattern: AST.Pattern;

  constructor(
    readonly regExp: RegExp,
    private readonly text: string,
  ) {
    this.pattern = new RegExpParser().parsePattern(regExp.source, undefined, undefined, { unicode: regExp.unicode });
  }

  /** Where a match that begins here ends; null when none does. */
  endFrom(start: number): number | null {
    let end: number | null = null;
    this.anyOf(this.pattern.alternatives, start, (at) => {
      end = at;
      return true;
    });
    return end;
  }

  private anyOf(alternatives: readonly AST.Alternative[], at: number, then: Then): boolean {
    return alternatives.some(({ elements }) => this.all(elements, 0, at, then));
  }

  private all(elements: readonly AST.Element[], index: number, at: number, then: Then): boolean {
    const element = elements[index];
    return element ? this.one(element, at, (next) => this.all(elements, index + 1, next, then)) : then(at);
  }

  private one(node: AST.Element, at: number, then: Then): boolean {
    this.steps++;
    switch (node.type) {
      case 'Group':
        return this.anyOf(node.alternatives, at, then);
      case 'Quantifier':
        return this.repeated(node, 0, at, then);
      case 'Assertion':
        return this.holds(node, at) && then(at);
      default:
        return this.signMatches(node, at) && then(at + 1);
    }
  }

  private repeated(node: AST.Quantifier, times: number, at: number, then: Then): boolean {
    const more = () =>
      times < node.max && this.one(node.element, at, (next) => this.repeated(node, times + 1, next, then));
    const enough = () => times >= node.min && then(at);
    return more() || enough();
  }

  private holds(node: AST.Assertion, at: number): boolean {
    if (node.kind === 'word') return isWord(this.text[at - 1]) !== isWord(this.text[at]);
    if (!('alternatives' in node)) throw new Error(`No pattern had ${node.raw}`);
    const found =
      node.kind === 'lookahead'
        ? this.anyOf(node.alternatives, at, () => true)
        : [0, 1, 2].some((back) => back <= at && this.anyOf(node.alternatives, at - back, (end) => end === at));
    return found !== node.negate;
  }

  private signMatches(node: AST.Element, at: number): boolean {
    const known = this.signs.get(node) ?? new RegExp(node.raw, this.regExp.flags.replace('g', ''));
    this.signs.set(node, known);
    return at < this.text.length && known.test(this.text[at]!);
  }
}

const isWord = (sign = ''): boolean => /\w/.test(sign);

/** The most steps that one place in the text costs. */
function worstPlace(regExp: RegExp, text: string): number {
  const engine = new CountingEngine(regExp, text);
  return Math.max(
    ...Array.from(text, (_, start) => {
      engine.steps = 0;
      engine.endFrom(start);
      return engine.steps;
    }),
  );
}

// An address of 64 signs and ten labels of 63 takes the most.
const MOST_STEPS = 2000;

const SIGNS = ['a', '0', '1', '+', ' ', '.', '-', '@', '(', ')', '[', '/', '<', '19', '(at)', 'www.', 'href', 'ö'];

const NONSENSE = [
  ...['a', '0', '+1 ', 'a.', '(at)', '0 ', '0 - ', '< ', 'href ', 'ab-', '19850102', '@a.', 'a@'],
  `${'a'.repeat(64)}@${`${'b'.repeat(63)}.`.repeat(10)}`,
];

/** Every pattern that a visitor's words are held against. */
const PATTERNS = [...PERSONAL.map(([, pattern]) => pattern), MARKUP, LINK];

describe.each(PATTERNS.map((pattern) => ({ pattern })))('the steps of $pattern', ({ pattern }) => {
  it('are bounded, since nothing in it may be repeated without end', () => {
    const endless: string[] = [];
    visitRegExpAST(new RegExpParser().parseLiteral(pattern.toString()), {
      onQuantifierEnter: ({ max, raw }) => void (max > 64 && endless.push(raw)),
    });
    expect(endless).toEqual([]);
  });

  it.each(NONSENSE)('are few at each place in nonsense, however long: %s again and again', (nonsense) => {
    const worst = (length: number) => worstPlace(pattern, nonsense.repeat(Math.ceil(length / nonsense.length)));
    expect(worst(1500)).toBeLessThanOrEqual(MOST_STEPS);
    expect(worst(3000)).toBe(worst(1500));
  });

  it('are counted by an engine that finds what the pattern finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        const sticky = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
        const engine = new CountingEngine(pattern, text);
        for (let start = 0; start < text.length; start++) {
          sticky.lastIndex = start;
          const found = sticky.exec(text);
          expect([text, start, engine.endFrom(start)]).toEqual([text, start, found ? start + found[0].length : null]);
        }
      }),
    );
  });
});
