import { notePlanLanguage } from '@malspar/shared-web';
import { MARKED_PAGES, openMarked } from './testing/marked-pages';
import { FACTS } from './testing/marked-app';
import { anEntry, aSummary } from './testing/report-fixture';

const { target, indicator } = anEntry();
/** What the plan or a person has written, wherever it stands but in a drawing's description, which is one sentence. */
const WRITTEN = [FACTS.word, target.title, indicator.name, aSummary().focusArea.title];

const ownText = (element: Element): string =>
  element instanceof HTMLTextAreaElement
    ? element.value
    : [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join('');

describe.each(MARKED_PAGES.map((page) => [page[0], page] as const))('on %s', (_, page) => {
  afterEach(() => notePlanLanguage(null));

  it('what the plan and its people say in another language than the page is marked with it', async () => {
    notePlanLanguage('da');
    const opened = await openMarked(page, FACTS);
    const written = [...opened.querySelectorAll(':not(desc)')].filter((element) =>
      WRITTEN.some((words) => ownText(element).includes(words)),
    );
    expect(written.length).toBeGreaterThan(0);
    const unmarked = written.filter((element) => element.closest('[lang]')?.getAttribute('lang') !== 'da');
    expect(unmarked.map((element) => `${element.tagName} ${ownText(element).trim()}`)).toEqual([]);
  });
});
