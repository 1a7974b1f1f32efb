import { isolated, withoutBidiControls } from './bidi.js';
import { textBlocks } from './text-blocks.js';

const shown = (text: string): string[] => textBlocks(text).map(({ kind, lines }) => `${kind}: ${lines.join(' | ')}`);

describe('a text as it is read', () => {
  it('has lists where lines begin with a bullet or a dash', () => {
    expect(
      shown('Vi har:\n• bytt lampor\n- stängt av fläktar\n– sänkt värmen\n* lagat\n\uf0b7\tmätt\nMer i höst.'),
    ).toEqual([
      'lines: Vi har:',
      'list: bytt lampor | stängt av fläktar | sänkt värmen | lagat | mätt',
      'lines: Mer i höst.',
    ]);
  });

  it('joins an item that goes on, and ends a list at a blank line', () => {
    expect(shown('• ett\n  och mer\n\n• två')).toEqual(['list: ett och mer', 'list: två']);
  });

  it.each(['-5 grader i januari', '46 - 47', 'Ett. • Två', '*viktigt* för oss', '-'])('leaves %j as it is', (text) =>
    expect(shown(text)).toEqual([`lines: ${text}`]),
  );

  it('is paragraphs of lines otherwise', () => {
    expect(shown('a\nb\n\n\nc')).toEqual(['lines: a | b', 'lines: c']);
    expect(shown(' \n ')).toEqual([]);
  });
});

describe('what turns words around', () => {
  it('is gone from every text, and nothing else is made anew', () => {
    const untouched = { list: ['b', { at: new Date(0) }] };
    const value = { title: '\u202eett\u2066', untouched };
    expect(withoutBidiControls(value)).toEqual({ title: 'ett', untouched });
    expect(withoutBidiControls(value).untouched).toBe(untouched);
    expect(withoutBidiControls(untouched)).toBe(untouched);
  });

  it('is set apart within a sentence', () => {
    expect(isolated('Eva Ek')).toBe('Eva Ek');
    expect(isolated('\u202eEva')).toBe('Eva');
    expect(isolated('דוד')).toBe('\u2068דוד\u2069');
  });
});
