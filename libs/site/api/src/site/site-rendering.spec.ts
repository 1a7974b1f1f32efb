import type { PublicPage } from '@malspar/site-model';
import { SiteRendering } from './site-rendering.js';

const rendering = new SiteRendering({
  origin: 'https://exempel.se',
  renderer: () =>
    Promise.resolve({
      renderPage: () => Promise.resolve(''),
      renderOvertaken: () => Promise.resolve('<aside>Nyare</aside>'),
      searchableWords: () => ({ terms: [], pages: [] }),
    }),
});
const page = (overtaken: readonly object[]): PublicPage => ({
  ...{ kind: 'own', contentKind: 'cycle-count', own: { kind: 'count' }, plan: null, changedOn: null, overtaken },
  place: { at: 'home' },
});
const shown = async (content: string, overtaken: readonly object[] = [{}]) =>
  (await rendering.withOvertaken(Buffer.from(`<main id="content" tabindex="-1">${content}`), page(overtaken), 'sv'))
    .toString()
    .split('>')
    .slice(1)
    .join('>');

describe('what stands above a frozen page', () => {
  it('takes the place of the page’s own line that there is a newer version, whichever kind it is of', async () => {
    const body = '<h1>Kvartal 4</h1><p class="banner">Mer</p>';
    expect(await shown(`<ms-report><p class="banner"> Nyare <a href="/x">hit</a></p>${body}`)).toBe(
      `<aside>Nyare</aside><ms-report>${body}`,
    );
    expect(await shown(`<ms-published><p class="banner">Nyare</p>${body}`)).toBe(
      `<aside>Nyare</aside><ms-published>${body}`,
    );
  });

  it('leaves everything else as it was, and the whole page where all of it holds', async () => {
    const body = '<ms-report><h1>Kvartal 4</h1><p class="banner">Mer</p>';
    expect(await shown(body)).toBe(`<aside>Nyare</aside>${body}`);
    expect(await shown(`<ms-report><p class="banner">Nyare</p>`, [])).toBe('<ms-report><p class="banner">Nyare</p>');
  });
});
