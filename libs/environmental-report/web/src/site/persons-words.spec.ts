import { readFileSync } from 'node:fs';
import { composePublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition, withTexts } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import type { PublicPage } from '@malspar/site-model';
import { kindOf, oneOfEach, pagesOf, renderPage, sampleVersions, versionOf } from '../testing/sample-site.js';

const options = {
  origin: 'https://exempel.se',
  assets: { stylesheet: '/assets/a.css', script: '/assets/chart.a.js', fonts: [] },
};

/** Every kind of page of a site whose every text somebody has written is soiled. */
function soiled(soil: (text: string) => string): PublicPage[] {
  const file: unknown = JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8'));
  const reading = readPlanFile(file);
  if (!reading.ok) throw new Error('The plan cannot be read');
  const [before] = sampleVersions();
  const composition = sampleComposition(reading.plan, '2024-Q3', { before: before!.report, foreword: 'Förord.' });
  const version = versionOf(composePublishedReport(withTexts(composition, soil)));
  return [...oneOfEach(pagesOf([version])), ...oneOfEach(pagesOf([before!, version]))];
}

const HEBREW = /[\u0590-\u05ff]/;
// These stand within a person's text, and are no isolates in the stylesheet.
const PARTS = new Set(['MARK', 'INS', 'DEL']);

function turned(html: string): string[] {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    // Within a sentence it stands between marks of its own. A drawing sets each line of text by itself.
    const text = (node.nodeValue ?? '').replace(/\u2068[^\u2069]*\u2069/g, '');
    if (!HEBREW.test(text) || element.closest('bdi, [dir], text, [href^="mailto:"]')) continue;
    const alone = element.textContent.trim() === text.trim() && text.trim().startsWith('א');
    if (!alone || PARTS.has(element.tagName))
      found.push(`<${element.tagName}> ${element.textContent.trim().slice(0, 150)}`);
  }
  return found;
}

describe('what somebody has written', () => {
  it('never brings its bidi controls onto a page', async () => {
    for (const page of soiled((text) => `\u202e\u2066${text}`)) {
      for (const language of ['sv', 'en'] as const) {
        const html = await renderPage(page, { ...options, language });
        expect([kindOf(page), /[\u202a-\u202e\u2066-\u2069]/.exec(html)]).toEqual([kindOf(page), null]);
      }
    }
  });

  it('is a list where it was written as one', async () => {
    const pages = soiled((text) => (text === 'Förord.' ? 'Vi har:\n• bytt lampor\n- mätt' : text));
    const report = pages.find((page) => kindOf(page) === 'report');
    const html = await renderPage(report!, { ...options, language: 'sv' });
    expect(html).toContain('<ul><li dir="auto">bytt lampor</li><li dir="auto">mätt</li></ul>');
  });

  it('stands in an element of its own direction, apart from the system’s words', async () => {
    const found = [];
    for (const page of soiled((text) => `אב ${text}`)) {
      const html = await renderPage(page, { ...options, language: 'sv' });
      found.push(...turned(html).map((words) => `${kindOf(page)}: ${words}`));
    }
    expect(found).toEqual([]);
  });
});
