import { readFileSync } from 'node:fs';
import {
  chooseVersions,
  composePublishedReport,
  type Composition,
  pageWith,
  type PublishedReport,
  type PublishedVersion,
} from '@malspar/environmental-report-model';
import {
  EXAMPLE_VALUE,
  EXAMPLE_WORD,
  FACT_VALUE,
  FACT_WORD,
  markedComposition,
  type ExampleAreas,
} from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { type PublicPage, publicPath, search, searchIndex } from '@malspar/site-model';
import {
  kindOf,
  ownOf,
  pagesOf as sitePages,
  renderPage,
  reportsOf,
  searchableWords,
  siteOf,
  versionOf,
} from '../testing/sample-site.js';

type Language = 'sv' | 'en';

const EXAMPLE = new RegExp(`${EXAMPLE_WORD}|${EXAMPLE_VALUE.source}`);
const FACT = new RegExp(`${FACT_WORD}|${FACT_VALUE.source}`);
/** What says that something is an example, in either language. */
const LABEL = /Exempelvärde|Example value/;
/** What a label inside speaks for as a whole. */
const ITEM = 'tr, li, dl > div, ms-answer, .measure, ms-year-part, figure';
const SENTENCE = 'p, h1, h2, h3, h4, dt, dd, td, caption, figcaption, summary';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const file = { ...reading.plan, focusAreas: reading.plan.focusAreas.slice(0, 2) };

/** Two years with their last quarters, the later one corrected. */
function versionsWhere(isExample: ExampleAreas): PublishedVersion[] {
  const compose = (period: string, change: Partial<Composition> = {}, round = 0): PublishedReport =>
    composePublishedReport(markedComposition(file, period, { change, round, isExample }));
  const [before, yearBefore] = [compose('2023-Q4'), compose('2023')];
  const correction = { reason: 'Fel.', date: '2026-03-01', ofVersion: 1 };
  const reports = [
    before,
    yearBefore,
    compose('2024-Q4', { before }),
    compose('2024-Q4', { before, version: 2, correction }, 1),
    compose('2024', { before: yearBefore }),
  ];
  return reports.map(versionOf);
}

/** The first area is made up, the second is not. */
const versions = versionsWhere((place) => place === 0);
const around = { plan: siteOf(versions).plan, changedOn: null };
const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.js', fonts: [] },
};

function searched(among: readonly PublishedVersion[], query: string, language: Language): PublicPage {
  const result = search(searchIndex(siteOf(among), searchableWords(language), language), query);
  const place = { at: 'found', query, group: null } as const;
  return { kind: 'search', place, asked: { query, only: null, result }, ...around };
}

function compared(among: readonly PublishedVersion[], from: string, till: string): PublicPage {
  const site = reportsOf(among);
  const asked = chooseVersions(site, from, till);
  return pageWith({ at: 'compared', from, till }, { kind: 'compare', site, asked }, around);
}

const pagesOf = (among: readonly PublishedVersion[], language: Language): PublicPage[] => [
  ...sitePages(among),
  searched(among, EXAMPLE_WORD, language),
  searched(among, 'målet', language),
  compared(among, '2023-Q4.v1', '2024-Q4.v2'),
  compared(among, '2024-Q4.v1', '2024-Q4.v2'),
];

const drawn = { sv: new WeakMap<PublicPage, Document>(), en: new WeakMap<PublicPage, Document>() };

/** Drawn once: the specs only read it. */
async function domOf(page: PublicPage, language: Language): Promise<Document> {
  const html = async () =>
    new DOMParser().parseFromString(await renderPage(page, { ...options, language }), 'text/html');
  const dom = drawn[language].get(page) ?? (await html());
  drawn[language].set(page, dom);
  return dom;
}

const isLabelled = (element: Element | null | undefined): boolean => LABEL.test(element?.textContent ?? '');

/** Whether the nearest thing of its own around the element carries the label, or the line of judgement just above it. */
function standsUnderLabel(element: Element): boolean {
  const around = [SENTENCE, ITEM, 'ms-answer', 'figure', 'table'].map((each) => element.closest(each));
  if (around.some((each) => isLabelled(each))) return true;
  const block = element.closest('ms-prose') ?? element.closest('p');
  const above = block?.previousElementSibling;
  return above?.matches('.verdict-line') === true && isLabelled(above);
}

/** The elements that hold a text of their own which matches. */
const holding = (dom: Document, pattern: RegExp): Element[] =>
  [...dom.body.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && pattern.test(node.textContent ?? '')),
  );

/** The sentence that counts the verdicts of a report. */
const COUNTED = /bedöms \d+ bättre|are judged better/;

/** Judgements that somebody has made, and what is counted of them; the page about the site only explains the signs. */
const judgements = (page: PublicPage, dom: Document): Element[] =>
  kindOf(page) === 'about'
    ? []
    : [
        ...[...dom.querySelectorAll('ms-assessment, ms-verdict')].filter((mark) => !mark.classList.contains('none')),
        ...holding(dom, COUNTED),
      ];

/** Where a visitor's own question is repeated. */
const QUESTION = '.found, [aria-current=page]';

/** What stands where, for whoever has to find it. */
function snippet(element: Element): string {
  const heading = element.closest('section, article')?.querySelector('h2, h3, h4');
  const item = element.closest(ITEM) ?? element.closest(SENTENCE) ?? element;
  return [heading, item].map((each) => each?.textContent?.trim() ?? '').join(' > ');
}

/** Sentences that set what is against what was. */
const COMPARED =
  /\b(var|was) |som året före|as the year before|Oförändrat mot|Unchanged from|bedöms \d+ bättre|are judged/;

describe.each(['sv', 'en'] as const)('in a report of facts, a year after one of examples, in %s', (language) => {
  it('each sentence that compares the two has its label', async () => {
    const nothingMore = { explanation: '', reportId: '' };
    const composed = (isExample: boolean, period: string, before: PublishedReport | null) => {
      const made = markedComposition(file, period, { isExample: () => isExample, change: { before } });
      const was = (before?.areas ?? []).map(({ slug, verdict, verdictProvenance: provenance }) => {
        return { focusAreaSlug: slug, period: before?.period ?? period, verdict, provenance, ...nothingMore };
      });
      const others = made.verdicts.filter((row) => row.period !== before?.period);
      return composePublishedReport({ ...made, verdicts: [...others, ...was] });
    };
    const before = composed(true, '2023-Q4', null);
    const mixed = [before, composed(false, '2024-Q4', before)].map(versionOf);
    const page = sitePages(mixed).find((each) => ownOf(each, 'report')?.version.report.period === '2024-Q4');
    if (!page) throw new Error('no such report');
    const sentences = [...(await domOf(page, language)).querySelectorAll('main p')].filter(({ textContent }) =>
      COMPARED.test(textContent ?? ''),
    );
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter((each) => !isLabelled(each)).map(snippet)).toEqual([]);
  });
});

describe.each(['sv', 'en'] as const)('on every public page in %s', (language) => {
  const pages = pagesOf(versions, language);

  it('a value or a text that is an example has its label', async () => {
    let found = 0;
    const bare: string[] = [];
    for (const page of pages) {
      const hits = holding(await domOf(page, language), EXAMPLE).filter((hit) => !hit.closest(QUESTION));
      found += hits.length;
      const path = publicPath(page.place, language);
      bare.push(...hits.filter((hit) => !standsUnderLabel(hit)).map((hit) => `${path} ${snippet(hit)}`));
    }
    expect(bare).toEqual([]);
    expect(found).toBeGreaterThan(300);
  });

  it('a fact is not called an example', async () => {
    let found = 0;
    const wronged: string[] = [];
    for (const page of pages) {
      const hits = holding(await domOf(page, language), FACT);
      found += hits.length;
      const path = publicPath(page.place, language);
      wronged.push(...hits.filter((hit) => isLabelled(hit.closest(SENTENCE))).map((hit) => `${path} ${snippet(hit)}`));
    }
    expect(wronged).toEqual([]);
    expect(found).toBeGreaterThan(300);
  });

  it('every assessment and verdict has its label where all are examples, and none has one where none is', async () => {
    for (const [all, isExample] of [
      [versionsWhere(() => true), true],
      [versionsWhere(() => false), false],
    ] as const) {
      const wrong: string[] = [];
      let found = 0;
      for (const page of pagesOf(all, language)) {
        const marks = judgements(page, await domOf(page, language));
        found += marks.length;
        const path = publicPath(page.place, language);
        wrong.push(
          ...marks
            .filter((mark) => (isExample ? !standsUnderLabel(mark) : isLabelled(mark.closest(SENTENCE))))
            .map((mark) => `${path} ${snippet(mark)}`),
        );
      }
      expect(wrong).toEqual([]);
      expect(found).toBeGreaterThan(50);
    }
  });
});
