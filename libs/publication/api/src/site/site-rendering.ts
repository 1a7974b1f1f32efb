import { frozenPages, type PublicPage } from '@malspar/publication-model';
import type { Language } from '@malspar/shared-charts';
import { Inject, Injectable } from '@nestjs/common';
import { siteAssets, type SiteAssets } from './site-assets.js';
import { LANGUAGES, SITE_OPTIONS, type SiteOptions } from './site-renderer.js';
import type { FrozenPage } from './stored.js';

/** Makes the text of pages. */
@Injectable()
export class SiteRendering {
  #assets: Promise<SiteAssets> | undefined;
  #assetsAtHand: SiteAssets | undefined;

  constructor(@Inject(SITE_OPTIONS) private readonly options: SiteOptions) {}

  /** What pages that are made now load. */
  assets(): Promise<SiteAssets> {
    this.#assets ??= siteAssets().then(
      (assets) => (this.#assetsAtHand = assets),
      (error: unknown) => {
        // What could not be read once may be there the next time.
        this.#assets = undefined;
        throw error;
      },
    );
    return this.#assets;
  }

  /** The same, once they have been read. */
  get assetsAtHand(): SiteAssets | undefined {
    return this.#assetsAtHand;
  }

  /** One page as a whole document. Throws when a component fails: half a page is never returned. */
  async page(page: PublicPage, language: Language): Promise<string> {
    const { origin } = this.options;
    if (origin === null) throw new Error('PUBLIC_ORIGIN is needed to make pages: it stands in them.');
    const [renderer, assets] = await Promise.all([this.options.renderer(), this.assets()]);
    return renderer.renderPage(page, { language, origin, assets });
  }

  /** Every page of a version that is made when it is published and never again. */
  async frozen(...made: Parameters<typeof frozenPages>): Promise<FrozenPage[]> {
    return Promise.all(
      frozenPages(...made).flatMap(({ form, page }) =>
        LANGUAGES.map(async (language) => {
          return { form, language, content: Buffer.from(await this.page(page, language)) };
        }),
      ),
    );
  }
}
