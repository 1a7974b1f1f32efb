import { readFileSync } from 'node:fs';
import { composePublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition, withTexts } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { type PublicPage, search, searchIndex } from '@malspar/site-model';
import {
  kindOf,
  oneOfEach,
  pagesOf,
  renderPage,
  sampleAdditions,
  sampleVersion,
  searchableWords,
  siteOf,
  versionOf,
} from '../testing/sample-site.js';

const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.a.js', fonts: [] },
};

/** Around every text of the plan and of those who report, so that they are known from the site's own. */
const marked = (text: string): string => (text === '' ? '' : `ÆØ ${text} ØÆ`);

function danishVersions() {
  const file = JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')) as {
    plan: { language: string };
  };
  file.plan.language = 'da';
  const reading = readPlanFile(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const { plan } = reading;
  const compose = (period: string, change: Parameters<typeof sampleComposition>[2]) =>
    versionOf(composePublishedReport(withTexts(sampleComposition(plan, period, change), marked)));
  const correction = { reason: 'Et tal var forkert.', date: '2026-03-01', ofVersion: 1 };
  const before = compose('2023-Q3', {});
  const first = compose('2024-Q3', { before: before.report });
  return [before, first, compose('2024-Q3', { before: before.report, version: 2, correction, foreword: 'Forord.' })];
}

/** The statement names the organisation and its service in the plan's own words. */
const danishAdditions = {
  ...sampleAdditions,
  statement: {
    ...sampleAdditions.statement,
    organisation: marked('Region Syddanmark'),
    service: marked('Miljøplan'),
    language: 'da',
  },
};

function searched(language: 'sv' | 'en'): PublicPage {
  const site = siteOf(danishVersions(), danishAdditions);
  const index = searchIndex(site, searchableWords(language), language);
  const asked = { query: 'resor', only: null, result: search(index, 'resor') };
  return {
    kind: 'search',
    place: { at: 'found', query: 'resor', group: null },
    asked,
    plan: site.plan,
    changedOn: null,
  };
}

// A text is set in paragraphs, and may be cut short.
const PLANS = /ÆØ[^]*?(?:ØÆ|$)|^[^]*?ØÆ/gi;

/** Every text of the page, whether it holds words of the plan or others, and the language that it is marked with. */
function textsOf(html: string) {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    const text = (node.nodeValue ?? '').trim();
    if (text === '' || element.closest('svg, script, pre, [href^="mailto:"]')) continue;
    const hasPlans = /ÆØ|ØÆ/i.test(text);
    // A target's code is the plan's too; what was sought is marked within its words.
    const hasOthers = !element.closest('mark') && /\p{L}{2}/u.test(text.replace(PLANS, ''));
    const lang = element.closest('[lang]')!.getAttribute('lang');
    found.push({ text, hasPlans, hasOthers, lang, where: `${element.tagName} ${element.className}` });
  }
  return found;
}

describe('a plan in Danish', () => {
  it.each(['sv', 'en'] as const)(
    'has its texts marked on every kind of page in %s, and nothing else',
    async (language) => {
      const pages = [...oneOfEach(pagesOf(danishVersions(), danishAdditions)), searched(language)];
      for (const page of pages) {
        const texts = textsOf(await renderPage(page, { ...options, language }));
        const plans = texts.filter(({ hasPlans }) => hasPlans);
        const notMarked = plans.filter(({ lang }) => lang !== 'da');
        const wrongly = texts.filter(({ lang, hasOthers }) => lang === 'da' && hasOthers);
        expect([kindOf(page), notMarked, wrongly]).toEqual([kindOf(page), [], []]);
        if (['area', 'report'].includes(kindOf(page))) expect(plans.length).toBeGreaterThan(5);
      }
    },
  );
});

describe('a version from before plans stated their language', () => {
  it('is Swedish, and marked on English pages alone', async () => {
    const version = sampleVersion('miljoplan-2021-2025', '2024-Q3');
    delete (version.report.plan as { language?: string }).language;
    for (const page of oneOfEach(pagesOf([version]))) {
      const document = (html: string) => new DOMParser().parseFromString(html, 'text/html');
      const swedish = document(await renderPage(page, { ...options, language: 'sv' }));
      expect(swedish.querySelector('main [lang=sv]')).toBeNull();
      if (kindOf(page) !== 'area') continue;
      const english = document(await renderPage(page, { ...options, language: 'en' }));
      expect(english.querySelector('h1')?.getAttribute('lang')).toBe('sv');
    }
  });
});
