import { publicPath } from '@malspar/site-model';
import type { SiteOptions, SiteRenderer } from '../site/site-renderer.js';

/** Pages without looks, quickly made: where they are, and of which version. */
const renderer: SiteRenderer = {
  renderPage: async (page, { language, origin, assets }) => {
    const own = page.kind === 'own' ? page.own.kind : page.kind;
    const address = origin + publicPath(page.place, language);
    return Promise.resolve(
      `<!doctype html><title>${address}</title><link href="${assets.stylesheet}"><main id="content" tabindex="-1"><h1>${own} ${page.key ?? ''}</h1></main>`,
    );
  },
  renderOvertaken: (page) => Promise.resolve(`<aside>${JSON.stringify(page.overtaken ?? [])}</aside>`),
  searchableWords: () => ({ terms: [], pages: [] }),
};

/** How specs of publishing have their pages made; the real looks belong to the specs of the site. */
export const plainSite: SiteOptions = { origin: 'https://exempel.se', renderer: () => Promise.resolve(renderer) };
