import { HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { signal, type Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import { planTexts } from '@malspar/plan-web';
import { provideTextsOf, Session } from '@malspar/shared-web';
import { render, waitFor } from '@testing-library/angular';
import { of } from 'rxjs';
import { AreaPage } from './feature-area/area-page';
import { BoardPage } from './feature-board/board-page';
import { CheckPage } from './feature-check/check-page';
import { PlanPage } from './feature-plan/plan-page';
import { ReportPage } from './feature-report/report-page';
import { ReviewPage } from './feature-review/review-page';
import { TargetPage } from './feature-target/target-page';
import { VERDICT_STEP, YEAR_STEP } from './field-names';
import { EXAMPLE, EXAMPLES, FACTS, markedApi, type Marking } from './testing/marked-app';
import { aSummary } from './testing/report-fixture';
import { withTexts } from './testing/texts';

const { id, focusArea } = aSummary();
const report = (mal: string, canWrite: boolean): Page => [
  `${canWrite ? 'the form' : 'the report as read'}, ${mal}`,
  ReportPage,
  { id, mal },
  canWrite,
];
type Page = readonly [name: string, page: Type<unknown>, inputs: Readonly<Record<string, string>>, canWrite?: boolean];

/** Every page that shows what the plan or a report says. */
const PAGES: readonly Page[] = [
  ...[true, false].flatMap((canWrite) => ['R1', VERDICT_STEP, YEAR_STEP].map((step) => report(step, canWrite))),
  ['the check before handing in', CheckPage, { id }, true],
  ['the review', ReviewPage, { id }],
  ['the board', BoardPage, {}],
  ['all years', BoardPage, { vy: 'ar' }],
  ['the plan', PlanPage, {}],
  ['an area', AreaPage, { slug: focusArea.slug }],
  ['a target', TargetPage, { code: 'R1' }],
];

/** The page with all that it loads, from an API where everything is an example or everything a fact. */
async function open([, page, inputs, canWrite = false]: Page, marking: Marking): Promise<Element> {
  localStorage.clear();
  const api = markedApi(marking, { canWrite });
  const me = { email: 'anna@example.org', roles: [], permissions: [] };
  const { container } = await render(page, {
    providers: [
      provideHttpClient(
        withInterceptors([({ url }) => of(new HttpResponse({ body: api[url.replace('/api/v1/', '')], status: 200 }))]),
      ),
      provideRouter([]),
      withTexts(),
      provideTextsOf('plan', planTexts),
      { provide: Session, useValue: { me: signal(me) } },
    ],
    inputs: { ...inputs },
  });
  await waitFor(() => {
    expect(container.querySelector('ms-assessment, ms-verdict')).not.toBeNull();
    expect(container.querySelector('ms-loading')).toBeNull();
    expect(container.querySelector('ms-problem')?.textContent).toBeUndefined();
  });
  // What is folded is a part of the page.
  container.querySelectorAll('details').forEach((each) => (each.open = true));
  return container;
}

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

describe.each(PAGES.map((page) => [page[0], page] as const))('on %s', (_, page) => {
  it('whatever is an example is labelled', async () => {
    const opened = await open(page, EXAMPLES);
    const found = statements(opened);
    expect(linesLabelledTwice(opened).map(snippet)).toEqual([]);
    expect(found.filter((each) => !isLabelled(each)).map(snippet)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  it('no fact is called an example', async () => {
    const labels = [...(await open(page, FACTS)).querySelectorAll('ms-provenance span')];
    expect(labels.map(snippet)).toEqual([]);
  });
});

it('a target tells how its whole years were judged', async () => {
  const [target] = PAGES.filter(([name]) => name === 'a target');
  const page = target && (await open(target, FACTS));
  const year = [...(page?.querySelectorAll('li') ?? [])].find((each) => each.textContent.includes('Hela 2024'));
  expect(year?.textContent).toMatch(/På rätt väg\s+Årets kommentar, källbelagd\./);
});
