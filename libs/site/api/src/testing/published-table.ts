import type { SiteRepository, SiteVersionRow } from '../site/site.repository.js';

/** A table of published versions that counts how often it is asked, and can be stopped. */
export class PublishedTable implements Pick<
  SiteRepository,
  'fingerprint' | 'versions' | 'file' | 'pages' | 'keepPacking' | 'assets'
> {
  asked = 0;
  stopped = false;

  constructor(readonly rows: SiteVersionRow[] = []) {}

  fingerprint(): Promise<string> {
    return this.#reply(String(this.rows.length));
  }

  versions(): Promise<SiteVersionRow[]> {
    return this.#reply(this.rows);
  }

  pages(): Promise<[]> {
    return this.#reply([]);
  }

  keepPacking(): Promise<void> {
    return this.#reply(undefined);
  }

  assets(): Promise<[]> {
    return this.#reply([]);
  }

  file(): Promise<null> {
    return this.#reply(null);
  }

  #reply<T>(value: T): Promise<T> {
    this.asked++;
    if (!this.stopped) return Promise.resolve(value);
    return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  }
}
