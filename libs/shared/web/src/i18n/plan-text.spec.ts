import { Component } from '@angular/core';
import { render } from '@testing-library/angular';
import { Words } from '../ui/words';
import { notePlanLanguage, PlanText, Sentence } from './plan-text';

@Component({
  imports: [PlanText, Words],
  template: `<h1>Uppdrag</h1>
    <b msPlanText>Rejser</b><ms-words text="Godt arbejde." />`,
})
class Page {}

async function languagesAfter(tag: string | null): Promise<(string | null)[]> {
  notePlanLanguage(tag);
  const { container } = await render(Page);
  return ['h1', 'b', 'ms-words'].map((name) => container.querySelector(name)!.getAttribute('lang'));
}

describe("the plan's texts in the app", () => {
  afterEach(() => notePlanLanguage(null));

  it('are marked where the page is in another language, and nothing else is', async () => {
    expect(await languagesAfter('da')).toEqual([null, 'da', 'da']);
  });

  it('are not marked where the page is in the same', async () => {
    expect(await languagesAfter('sv')).toEqual([null, null, null]);
  });

  it('are Swedish until another language is stated', async () => {
    expect(await languagesAfter(null)).toEqual([null, null, null]);
  });
});

describe("a sentence of the app with the plan's words in it", () => {
  afterEach(() => notePlanLanguage(null));
  const sentence = { text: 'Varför saknas Rejser, kvartal 1?', plansWords: ['Rejser'] };

  it('has those words marked, and no others', async () => {
    notePlanLanguage('da');
    const { container } = await render(Sentence, { inputs: sentence });
    expect(container.textContent).toBe(sentence.text);
    expect([...container.querySelectorAll('[lang=da]')].map(({ textContent }) => textContent)).toEqual(['Rejser']);
  });

  it('has none marked in the language of the page', async () => {
    notePlanLanguage('sv');
    const { container } = await render(Sentence, { inputs: sentence });
    expect(container.textContent).toBe(sentence.text);
    expect(container.querySelector('[lang]')).toBeNull();
  });
});
