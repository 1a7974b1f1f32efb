import { oneOfEach, pagesOf, sampleVersions } from '../testing/sample-site.js';
import { renderPage } from './index.js';

const pages = pagesOf(sampleVersions());
const options = { origin: 'https://exempel.se', assets: { stylesheet: '/assets/a.css', fonts: [] } };
const sv = { ...options, language: 'sv' as const };

describe('a public page', () => {
  it.each(oneOfEach(pages).map((page) => [page.kind, page] as const))(
    '%s is whole: one main heading, its own words, no script and no style',
    async (_kind, page) => {
      const html = await renderPage(page, sv);
      expect(html).toMatch(/^<!DOCTYPE html><html lang="sv"><head>/i);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(/<script|<style| style=| ng-|<!--|undefined|\[object|NaN/.exec(html)?.[0]).toBeUndefined();
    },
  );
});
