import type { Language } from '@malspar/figures-model';
import { Database } from '@malspar/shared-api';
import {
  type FrozenAs,
  type OpenDataTerms,
  type PublicPage,
  publicPages,
  type PublicSite,
  publicSite,
  type ShownKind,
  type SiteWords,
  type StoredVersion,
} from '@malspar/site-model';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { OpenData, type OpenDataResponse } from '../open-data/open-data.js';
import { KeptFiles } from './kept-files.js';
import { type DocumentResponse, SiteAdditionsService } from '../additions/site-additions.service.js';
import { ShownKinds } from './shown-kinds.js';
import { siteFeeds } from './site-feeds.js';
import { type SiteResponse, SitePages } from './site-pages.js';
import { SiteRendering } from './site-rendering.js';
import { SITE_OPTIONS, type SiteOptions } from './site-renderer.js';
import { type SitePageRow, SiteRepository, type SiteVersionRow } from './site.repository.js';
import { HTML, packed, store, type Stored, storePage, unpacks } from '../stored/stored.js';
import { CACHE } from '../stored/send-stored.js';

const LOOK_EVERY_MS = 5_000;
const LOOK_AGAIN_AFTER_MS = 1_000;
/** Files are kept up to this many bytes; others are fetched when asked for. */
const FILES_KEPT = 128 * 1024 * 1024;

/** The public site in memory: once something has been read from the database, it is answered without it. */
@Injectable()
export class PublicSiteService implements OnModuleDestroy {
  readonly #log = new Logger('PublicSite');
  readonly #pages = new SitePages(
    (page, language) => this.#render(page, language),
    (error) => this.#log.error(error),
  );
  readonly #files = new KeptFiles((sha256) => this.#fetch(sha256), FILES_KEPT);
  readonly #openData: OpenData;
  /** By version, form and language: pages as they were made when published. */
  readonly #frozen = new Map<string, SitePageRow>();
  /** What pages load, by path: those made now, and those made earlier. */
  readonly #assets = new Map<string, Stored>();
  /** By hash: the versions that are published. */
  #versions = new Map<string, StoredVersion>();
  /** Hashes of the versions whose pages have been read. */
  readonly #read = new Set<string>();
  #feeds = new Map<string, Stored>();
  #fingerprint: string | null = null;
  #site: PublicSite | null = null;
  #lookedAt = 0;
  #looking: Promise<void> | undefined;
  #warming: Promise<unknown> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: SiteRepository,
    private readonly rendering: SiteRendering,
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    @Inject(SiteAdditionsService)
    private readonly added: Pick<SiteAdditionsService, 'document' | 'fingerprint' | 'read'>,
    readonly kinds: ShownKinds,
  ) {
    this.#openData = new OpenData(termsOf(options));
  }

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
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Something has been published here: whoever published it looks at once. Never throws. */
  async renew(): Promise<void> {
    if (this.#fingerprint === null) return;
    // A look that is under way may have begun too early to see it.
    await this.#looking?.catch(() => undefined);
    await this.refresh().catch((error: unknown) => this.#log.warn(error));
  }

  /** A page, feed or asset by its path; null where there is none. Throws when nothing has been read yet. */
  async found(path: string): Promise<SiteResponse | null> {
    const current = (await this.rendering.assets()).files.get(path);
    if (current) return { stored: current, cache: CACHE.fixed };
    return this.#sought(() => this.#known(path));
  }

  /** As `found`, of what is in memory now and needs no waiting; undefined otherwise. */
  atHand(path: string): SiteResponse | undefined {
    const page = this.#pages.atHand(path);
    if (page) return page;
    const feed = this.#feeds.get(path);
    if (feed) return { stored: feed, cache: CACHE.current };
    const asset = this.rendering.assetsAtHand?.files.get(path) ?? this.#assets.get(path);
    return asset && { stored: asset, cache: CACHE.fixed };
  }

  /** Open data by its path; null where there is none. Throws as `OpenData` does, and when nothing has been read yet. */
  openData(path: string, query: unknown): Promise<OpenDataResponse | null> {
    return this.#sought(() => this.#openData.respond(path, query));
  }

  /** A file as it was published; null where there is none. */
  file(root: string, period: string, version: number, name: string): Promise<Stored | null> {
    return this.#sought(async () => {
      const published = this.#site?.listed
        .flatMap(({ versions }) => versions)
        .find((each) => each.root === root && each.period === period && each.version === version);
      const file = published?.files.find((each) => each.name === name);
      return file ? this.#files.get(file.sha256) : null;
    });
  }

  /** A document of the plan, by its path; null where there is none. */
  document(path: string): Promise<DocumentResponse> {
    return this.#sought(() => this.added.document(this.database.read, path));
  }

  /** What is published, for pages that are made for one request; null while nothing is. Throws as `found`. */
  async site(): Promise<PublicSite | null> {
    if (this.#fingerprint === null) await this.refresh();
    return this.#site;
  }

  /** A page that is made for one request. It is kept nowhere. */
  page(page: PublicPage, language: Language): Promise<string> {
    return this.rendering.page(page, language);
  }

  /** What the site's own pages say, to be searched. */
  async words(language: Language): Promise<SiteWords> {
    return (await this.options.renderer()).searchableWords(language);
  }

  /** What there is; once more when there was nothing: it may have been put there a moment ago. */
  async #sought<T>(seek: () => Promise<T | null>): Promise<T | null> {
    if (this.#fingerprint === null) await this.refresh();
    const found = await seek();
    if (found !== null || Date.now() - this.#lookedAt < LOOK_AGAIN_AFTER_MS) return found;
    await this.refresh().catch((error: unknown) => this.#log.warn(error));
    return seek();
  }

  /** Whatever can be asked for, so that it is answered also should the database go away. */
  async #warm(): Promise<void> {
    this.#warming ??= Promise.all([
      this.#pages.renderAll(),
      this.#files.fetchAll((error) => this.#log.warn(error)),
    ]).finally(() => {
      this.#warming = undefined;
    });
    await this.#warming;
  }

  async #fetch(sha256: string): Promise<Stored> {
    const file = await this.repository.file(this.database.read, sha256);
    if (!file) throw new Error('A published file is not there');
    return store(file.content, file.mediaType);
  }

  async #known(path: string): Promise<SiteResponse | null> {
    const earlier = this.#assets.get(path);
    if (earlier) return { stored: earlier, cache: CACHE.fixed };
    const feed = this.#feeds.get(path);
    return feed ? { stored: feed, cache: CACHE.current } : this.#pages.found(path);
  }

  async #look(): Promise<void> {
    this.#lookedAt = Date.now();
    const tx = this.database.read;
    const fingerprint = `${await this.repository.fingerprint(tx)} ${await this.added.fingerprint(tx)}`;
    if (fingerprint === this.#fingerprint) return;
    const rows = await this.repository.versions(tx);
    const additions = await this.added.read(tx);
    const stored = this.kinds.all.map((kind) => ({ kind, versions: this.#versionsOf(kind, rows) }));
    const site = publicSite(stored, additions);
    await this.#readFrozen(rows.map(({ sha256 }) => sha256));
    this.#versions = new Map(stored.flatMap(({ versions }) => versions.map((each) => [each.sha256, each] as const)));
    this.#openData.replace(this.kinds.all, site);
    this.#files.replace(site?.listed.flatMap(({ versions }) => versions.flatMap(({ files }) => files)) ?? []);
    this.#pages.replace(publicPages(site, additions, termsOf(this.options), this.kinds.all), fingerprint);
    this.#feeds = await siteFeeds(site, this.#pages.paths(), this.options.origin ?? '');
    this.#site = site;
    this.#fingerprint = fingerprint;
  }

  /** The versions of a kind; those that are there already are not read again. */
  #versionsOf(kind: ShownKind, rows: readonly SiteVersionRow[]): StoredVersion[] {
    return rows
      .filter(({ contentKind }) => contentKind === kind.name)
      .map(
        ({ canonical, sha256, files }) =>
          this.#versions.get(sha256) ?? {
            content: kind.content.parse(JSON.parse(canonical)),
            ...{ canonical, sha256, files: files ?? [] },
          },
      );
  }

  /** The pages of versions that have not been read yet, and what they load. */
  async #readFrozen(versions: readonly string[]): Promise<void> {
    if ([...this.#read].some((sha256) => !versions.includes(sha256))) {
      // Another plan is the one that is published for: its periods may have the same names.
      this.#frozen.clear();
      this.#read.clear();
    }
    const unread = versions.filter((sha256) => !this.#read.has(sha256));
    const tx = this.database.read;
    const rows = await this.repository.pages(tx, unread);
    for (const row of rows) this.#frozen.set(keyOf(row, row.language), row);
    for (const { path, mediaType, content } of await this.repository.assets(tx)) {
      if (!this.#assets.has(path)) this.#assets.set(path, await store(content, mediaType));
    }
    for (const sha256 of unread) this.#read.add(sha256);
  }

  /** As it was made when published; other pages, and those of versions older than that habit, are made now. */
  async #render(page: PublicPage, language: Language): Promise<Stored> {
    const frozen = page.frozen && this.#frozen.get(keyOf(page.frozen, language));
    if (frozen && !page.overtaken?.length) return this.#thaw(frozen);
    const content = frozen?.content ?? Buffer.from(await this.page(page, language));
    return store(await this.rendering.withOvertaken(content, page, language), HTML);
  }

  /** Packed once, however often processes start; whether that can be kept does not matter to whoever waits for it. */
  async #thaw({ sha256, content, brotli }: SitePageRow): Promise<Stored> {
    if (brotli && (await unpacks(brotli, content))) return storePage(content, brotli);
    const made = await packed(content);
    await this.repository
      .keepPacking(this.database.read, sha256, made)
      .catch((error: unknown) => this.#log.warn(`A packed page could not be kept: ${String(error)}`));
    return storePage(content, made);
  }
}

const termsOf = ({ origin, license = null }: SiteOptions): OpenDataTerms => ({ origin: origin ?? '', license });

const keyOf = ({ contentKind, period, version, form }: Pick<FrozenAs, keyof FrozenAs>, language: Language): string =>
  [contentKind, period, version, form, language].join(' ');
