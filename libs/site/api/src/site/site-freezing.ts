import { PublishedReport } from '@malspar/environmental-report-model';
import { type FreezingVersion, type FrozenPage, type FrozenPages, PageFreezing } from '@malspar/publication-api';
import {
  frozenPages,
  frozenShownPages,
  type PublicPage,
  type PublishedVersion,
  REPORTS_ROOT,
  shownVersion,
} from '@malspar/site-model';
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

  preview(...[version, earlier]: Parameters<PageFreezing['preview']>): ReturnType<PageFreezing['preview']> {
    const [{ page }] = this.frozen(version, null, earlier);
    return this.inEveryLanguage(page);
  }

  rootOf(contentKind: string): string {
    return this.kinds.named(contentKind)?.root ?? REPORTS_ROOT;
  }

  renew(): Promise<void> {
    return this.site.renew();
  }

  private frozen(...[version, previous, earlier]: Parameters<PageFreezing['freeze']>): ReturnType<typeof frozenPages> {
    const kind = this.kinds.named(version.contentKind);
    if (kind) return frozenShownPages(shownVersion(kind, version, previous?.content ?? null));
    return frozenPages(
      reportOf(version),
      previous && reportOf(previous),
      earlier.map((each) => PublishedReport.parse(each)),
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

const reportOf = ({ content, sha256, files }: FreezingVersion): PublishedVersion => ({
  report: PublishedReport.parse(content),
  sha256,
  files,
});
