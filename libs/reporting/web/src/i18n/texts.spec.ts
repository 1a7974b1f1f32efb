import ownerEn from './owner.en.json';
import ownerSv from './owner.sv.json';
import reviewerEn from './reviewer.en.json';
import reviewerSv from './reviewer.sv.json';
import { reportingTexts } from './index';

type Texts = { [key: string]: string | Texts };

/** Every key with the parameters that its text asks for. */
const shape = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [
          `${path}${key} ${[...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
            .map((match) => match[1])
            .sort()
            .join(' ')}`,
        ]
      : shape(text, `${path}${key}.`),
  );

describe('the reporting texts', () => {
  it.each([
    ['owner', ownerSv, ownerEn],
    ['reviewer', reviewerSv, reviewerEn],
  ])('say the same things in both languages: %s', (_, sv: Texts, en: Texts) => {
    expect(shape(en).sort()).toEqual(shape(sv).sort());
  });

  it('do not overwrite each other', async () => {
    const both = Object.keys(ownerSv).filter((key) => key in reviewerSv);
    expect(both).toEqual([]);
    expect(Object.keys(await reportingTexts.sv())).toEqual(expect.arrayContaining(['start', 'report', 'check']));
  });
});
