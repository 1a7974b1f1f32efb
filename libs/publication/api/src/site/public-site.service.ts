import {
  type PublicPage,
  publicPages,
  publicSite,
  PublishedReport,
  type PublishedVersion,
} from '@malspar/publication-model';
import { Database } from '@malspar/shared-api';
import type { Language } from '@malspar/shared-charts';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { siteFeeds } from './site-feeds.js';
import { type SiteAnswer, SitePages } from './site-pages.js';
import { siteAssets, type SiteAssets } from './site-assets.js';
import { SITE_OPTIONS, type SiteOptions } from './site-renderer.js';
import { SiteRepository } from './site.repository.js';
import { store, type Stored } from './stored.js';
import { CACHE } from './send-stored.js';

const LOOK_EVERY_MS = 5_000;
const LOOK_AGAIN_AFTER_MS = 1_000;
/** Files are fetched when asked for and kept up to this many bytes. */
const FILES_KEPT = 128 * 1024 * 1024;

/** The public site in memory: once something has been read from the database, it is answered without it. */
@Injectable()
export class PublicSiteService implements OnModuleDestroy {
  readonly #log = new Logger('PublicSite');
  readonly #pages = new SitePages(
    (page, language) => this.#render(page, language),
    (error) => this.#log.error(error),
  );
  readonly #files = new Map<string, Stored>();
  #feeds = new Map<string, Stored>();
  #assets: Promise<SiteAssets> | undefined;
  #assetsAtHand: SiteAssets | undefined;
  #fingerprint: string | null = null;
  #latest: PublishedVersion | null = null;
  #lookedAt = 0;
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: SiteRepository,
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
  ) {}

  /** Renders everything in the background, and goes on looking for what has been published, here or elsewhere. */
  start(): void {
    const look = (): void => {
      this.refresh().then(
        () => this.#warm(),
        (error: unknown) => this.#log.warn(`What is published could not be read: ${String(error)}`),
      );
    };
    this.#timer ??= setInterval(look, LOOK_EVERY_MS).unref();
    look();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** Reads what is published, if it is not what was last read. Throws when the database does not answer. */
  refresh(): Promise<void> {
    this.#looking ??= this.#read().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** A page, feed or asset by its path; null where there is none. Throws when nothing has been read yet. */
  async answer(path: string): Promise<SiteAnswer | null> {
    const asset = (await this.#assetsOnce()).files.get(path);
    if (asset) return { stored: asset, cache: CACHE.fixed };
    if (this.#fingerprint === null) await this.refresh();
    const known = await this.#known(path);
    if (known || Date.now() - this.#lookedAt < LOOK_AGAIN_AFTER_MS) return known;
    // It may have been published a moment ago.
    await this.refresh().catch((error: unknown) => this.#log.warn(error));
    return this.#known(path);
  }

  /** As `answer`, of what is in memory now and needs no waiting; undefined otherwise. */
  atHand(path: string): SiteAnswer | undefined {
    const page = this.#pages.atHand(path);
    if (page) return page;
    const feed = this.#feeds.get(path);
    if (feed) return { stored: feed, cache: CACHE.current };
    const asset = this.#assetsAtHand?.files.get(path);
    return asset && { stored: asset, cache: CACHE.fixed };
  }

  /** A file as it was published; null where there is none. */
  async file(period: string, version: number, name: string): Promise<Stored | null> {
    const key = `${period} ${version} ${name}`;
    const kept = this.#files.get(key);
    if (kept) return kept;
    const file = await this.repository.file(this.database.read, period, version, name);
    if (!file) return null;
    const stored = await store(file.content, file.mediaType);
    this.#files.set(key, stored);
    this.#forgetOldest();
    return stored;
  }

  /** The page that publishing would make, for a look beforehand. It is kept nowhere. */
  async preview(version: PublishedVersion, language: Language): Promise<string> {
    const { report } = version;
    const { period, plan, publishedOn: changedOn } = report;
    const place = { at: 'report' as const, period, version: report.version };
    const page = { kind: 'report' as const, place, plan, changedOn, version, superseded: false, comparable: false };
    return this.#text(page, language);
  }

  async #warm(): Promise<void> {
    await this.#pages.renderAll();
    const { report, files } = this.#latest ?? { files: [] };
    for (const { name } of files) {
      if (report) await this.file(report.period, report.version, name).catch((error: unknown) => this.#log.warn(error));
    }
  }

  async #known(path: string): Promise<SiteAnswer | null> {
    const feed = this.#feeds.get(path);
    return feed ? { stored: feed, cache: CACHE.current } : this.#pages.answer(path);
  }

  async #read(): Promise<void> {
    this.#lookedAt = Date.now();
    const tx = this.database.read;
    const fingerprint = await this.repository.fingerprint(tx);
    if (fingerprint === this.#fingerprint) return;
    const rows = await this.repository.versions(tx);
    const site = publicSite(
      rows.map(({ canonical, sha256, files }) => ({
        report: PublishedReport.parse(JSON.parse(canonical)),
        sha256,
        files: files ?? [],
      })),
    );
    this.#pages.replace(publicPages(site), fingerprint);
    this.#feeds = await siteFeeds(site, this.#pages.paths(), this.options.origin);
    this.#latest = site?.latest ?? null;
    this.#fingerprint = fingerprint;
  }

  async #render(page: PublicPage, language: Language): Promise<Stored> {
    return store(await this.#text(page, language), 'text/html; charset=utf-8');
  }

  async #text(page: ReturnType<typeof publicPages>[number], language: Language): Promise<string> {
    const [renderer, assets] = await Promise.all([this.options.renderer(), this.#assetsOnce()]);
    return renderer.renderPage(page, { language, origin: this.options.origin, assets });
  }

  #assetsOnce(): Promise<SiteAssets> {
    return (this.#assets ??= siteAssets().then((assets) => (this.#assetsAtHand = assets)));
  }

  #forgetOldest(): void {
    let kept = [...this.#files.values()].reduce((sum, { identity }) => sum + identity.length, 0);
    for (const [key, { identity }] of this.#files) {
      if (kept <= FILES_KEPT) return;
      this.#files.delete(key);
      kept -= identity.length;
    }
  }
}
