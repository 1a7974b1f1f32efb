import { type FreezingVersion, type FrozenPage, type FrozenPages, PageFreezing } from '@malspar/publication-api';
import type { FrozenPlace, FrozenVersion, PublicPage } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { PublicSiteService } from './public-site.service.js';
import { framedByTheApp } from '../stored/send-stored.js';
import { ShownKinds } from './shown-kinds.js';
import { LANGUAGES } from './site-renderer.js';
import { SiteRendering } from './site-rendering.js';

/** The public site's pages, as they are frozen with a version. */
@Injectable()
export class SiteFreezing extends PageFreezing {
  readonly previewHeaders = framedByTheApp;

  constructor(
    private readonly rendering: SiteRendering,
    private readonly site: PublicSiteService,
    private readonly kinds: ShownKinds,
  ) {
    super();
  }

  async freeze(...made: Parameters<PageFreezing['freeze']>): Promise<FrozenPages> {
    const pages = await Promise.all(
      this.frozen(...made).map(async ({ form, page }) =>
        (await this.inEveryLanguage(page)).map((each): FrozenPage => ({ form, ...each })),
      ),
    );
    const { files } = await this.rendering.assets();
    const assets = [...files].map(([path, { mediaType, identity }]) => ({ path, mediaType, content: identity }));
    return { pages: pages.flat(), assets };
  }

  async preview(...[version, earlier]: Parameters<PageFreezing['preview']>): ReturnType<PageFreezing['preview']> {
    const [{ page }] = this.frozen(version, null, earlier);
    return this.inEveryLanguage(page);
  }

  rootOf(contentKind: string): string {
    return this.kinds.named(contentKind).root;
  }

  renew(): Promise<void> {
    return this.site.renew();
  }

  private frozen(...[version, previous, earlier]: Parameters<PageFreezing['freeze']>): [FrozenPlace, ...FrozenPlace[]] {
    const kind = this.kinds.named(version.contentKind);
    const read = (made: FreezingVersion): FrozenVersion => ({ ...made, content: kind.content.parse(made.content) });
    return kind.frozen(
      read(version),
      previous && read(previous),
      earlier.map((each) => kind.content.parse(each)),
    );
  }

  private inEveryLanguage(page: PublicPage): Promise<Pick<FrozenPage, 'language' | 'content'>[]> {
    return Promise.all(
      LANGUAGES.map(async (language) => ({
        language,
        content: Buffer.from(await this.rendering.page(page, language)),
      })),
    );
  }
}
