import { EXAMPLE, EXAMPLES, FACTS } from './testing/marked-app';
import { MARKED_PAGES, openMarked } from './testing/marked-pages';

const LABEL = /Exempelvärde/;
/** The nearest of these around a value speaks for it. */
const AROUND = ['p, dd, td, th, caption, summary', 'li, dl > div, .row', 'figure', 'details', 'article, section.last'];
const saysSo = (element: Element | null | undefined): boolean => LABEL.test(element?.textContent ?? '');

/** Whether something around it carries the label, or the line just above, with the judgement that it explains. */
const isLabelled = (element: Element): boolean =>
  AROUND.some((selector) => saysSo(element.closest(selector))) ||
  saysSo(element.closest('ms-words')?.previousElementSibling);

/** What somebody has said or measured: texts and values that are examples, assessments and verdicts. */
function statements(page: Element): Element[] {
  const texts = [...page.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && EXAMPLE.test(node.textContent ?? '')),
  );
  const marks = [...page.querySelectorAll('ms-assessment, ms-verdict')].filter(
    (mark) => !mark.classList.contains('none') && !mark.closest('[aria-label="Vad staplarna betyder"]'),
  );
  return [...texts, ...marks];
}

/** Lines in which a label stands beside another, with nothing between them that the second could speak for. */
const linesLabelledTwice = (page: Element): Element[] =>
  [...page.querySelectorAll('p, dd, dt, td, th, li, caption, summary, figcaption, h2, h3')].filter(
    (line) => !line.querySelector('p, dd, td, li') && /Exempelvärde[\s,·]*Exempelvärde/.test(line.textContent),
  );

const snippet = (element: Element): string =>
  (element.closest('p, dd, td, li, figure') ?? element).textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 120);

describe.each(MARKED_PAGES.map((page) => [page[0], page] as const))('on %s', (_, page) => {
  it('whatever is an example is labelled', async () => {
    const opened = await openMarked(page, EXAMPLES);
    const found = statements(opened);
    expect(linesLabelledTwice(opened).map(snippet)).toEqual([]);
    expect(found.filter((each) => !isLabelled(each)).map(snippet)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  it('no fact is called an example', async () => {
    const labels = [...(await openMarked(page, FACTS)).querySelectorAll('ms-provenance span')];
    expect(labels.map(snippet)).toEqual([]);
  });
});

it('a target tells how its whole years were judged', async () => {
  const [target] = MARKED_PAGES.filter(([name]) => name === 'a target');
  const page = target && (await openMarked(target, FACTS));
  const year = [...(page?.querySelectorAll('li') ?? [])].find((each) => each.textContent.includes('Hela 2024'));
  expect(year?.textContent).toMatch(/På rätt väg\s+Årets kommentar, källbelagd\./);
});
