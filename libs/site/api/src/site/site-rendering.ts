import type { Language } from '@malspar/figures-model';
import type { PublicPage } from '@malspar/site-model';
import { Inject, Injectable } from '@nestjs/common';
import { siteAssets, type SiteAssets } from './site-assets.js';
import { SITE_OPTIONS, type SiteOptions } from './site-renderer.js';

/** Where a page's own content begins. Nobody's words can look so: quotes in attributes and angles in text are escaped. */
const MAIN = '<main id="content" tabindex="-1">';

/** A page's own line that there is a newer version, where it has one: the first thing within its content. */
const NEWER = /^(<ms-[a-z-]+>)<p class="banner">/;
/** As much of a page's content as that line begins in. */
const BEGINNING = 200;

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
    const { renderer, ...options } = await this.#ready();
    return renderer.renderPage(page, { language, ...options });
  }

  /**
   * A frozen page's bytes with what no longer holds on it said above, in the place of its own line that there is a newer
   * version, since that is said there too; the bytes are what they are where all holds.
   */
  async withOvertaken(content: Buffer, page: PublicPage, language: Language): Promise<Buffer> {
    if (!page.overtaken?.length) return content;
    const { renderer, ...options } = await this.#ready();
    const at = content.indexOf(MAIN);
    if (at < 0) return content;
    const start = at + MAIN.length;
    const banner = Buffer.from(await renderer.renderOvertaken(page, { language, ...options }));
    return Buffer.concat([content.subarray(0, start), banner, withoutNewer(content.subarray(start))]);
  }

  async #ready() {
    const { origin } = this.options;
    if (origin === null) throw new Error('PUBLIC_ORIGIN is needed to make pages: it stands in them.');
    const [renderer, assets] = await Promise.all([this.options.renderer(), this.assets()]);
    return { renderer, origin, assets };
  }
}

function withoutNewer(content: Buffer): Buffer {
  const [, component] = NEWER.exec(content.subarray(0, BEGINNING).toString('latin1')) ?? [];
  if (component === undefined) return content;
  const end = content.indexOf('</p>') + '</p>'.length;
  return Buffer.concat([Buffer.from(component), content.subarray(end)]);
}
