import { PublishedReport } from '@malspar/environmental-report-model';
import { type FreezingVersion, type FrozenPage, type FrozenPages, PageFreezing } from '@malspar/publication-api';
import { frozenPages, type PublicPage, type PublishedVersion } from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { PublicSiteService } from './public-site.service.js';
import { framedByTheApp } from '../stored/send-stored.js';
import { LANGUAGES } from './site-renderer.js';
import { SiteRendering } from './site-rendering.js';

/** The public site's pages, as they are frozen with a version. */
@Injectable()
export class SiteFreezing extends PageFreezing {
  readonly previewHeaders = framedByTheApp;

  constructor(
    private readonly rendering: SiteRendering,
    private readonly site: PublicSiteService,
  ) {
    super();
  }

  async freeze(...[version, previous, earlier]: Parameters<PageFreezing['freeze']>): Promise<FrozenPages> {
    const frozen = frozenPages(
      reportOf(version),
      previous && reportOf(previous),
      earlier.map((each) => PublishedReport.parse(each)),
    );
    const pages = await Promise.all(
      frozen.map(async ({ form, page }) =>
        (await this.inEveryLanguage(page)).map((each): FrozenPage => ({ form, ...each })),
      ),
    );
    const { files } = await this.rendering.assets();
    const assets = [...files].map(([path, { mediaType, identity }]) => ({ path, mediaType, content: identity }));
    return { pages: pages.flat(), assets };
  }

  preview(...[version, earlier]: Parameters<PageFreezing['preview']>): ReturnType<PageFreezing['preview']> {
    const [{ page }] = frozenPages(
      reportOf(version),
      null,
      earlier.map((each) => PublishedReport.parse(each)),
    );
    return this.inEveryLanguage(page);
  }

  renew(): Promise<void> {
    return this.site.renew();
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

const reportOf = ({ content, sha256, files }: FreezingVersion): PublishedVersion => ({
  report: PublishedReport.parse(content),
  sha256,
  files,
});
