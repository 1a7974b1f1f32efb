import { runsOf } from './plans-words.js';

const marked = (sentence: string, words: string[]): string =>
  runsOf(sentence, words)
    .map(({ text, isPlans }) => (isPlans ? `<${text}>` : text))
    .join('');

describe('a sentence with the words of a plan in it', () => {
  it('is parted where they stand', () => {
    expect(marked('Störst del är Kirurgi, 38 % av 360 kg', ['Kirurgi', 'Psykiatri'])).toBe(
      'Störst del är <Kirurgi>, 38 % av 360 kg',
    );
    expect(marked('El och Gas, 40 % vardera', ['El', 'Gas'])).toBe('<El> och <Gas>, 40 % vardera');
    expect(marked('Kirurgi', ['Kirurgi'])).toBe('<Kirurgi>');
    expect(marked('Två av tre', [])).toBe('Två av tre');
  });

  it('takes the longer of two words, and none that is a piece of another', () => {
    expect(marked('Störst del är El till drift', ['El', 'El till drift'])).toBe('Störst del är <El till drift>');
    expect(marked('Elever, El och elel', ['El', 'el'])).toBe('Elever, <El> och elel');
    expect(marked('Del (egen) av allt', ['(egen)', ''])).toBe('Del <(egen)> av allt');
  });

  it('is whole when it is put together again', () => {
    const sentence = '2 av 5 delmål klara; härnäst \u2068שלום (a)\u2069, kvartal 1';
    expect(
      runsOf(sentence, ['שלום (a)', 'kvartal'])
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence);
  });
});
