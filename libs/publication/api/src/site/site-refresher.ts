import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { PublicSiteService } from './public-site.service.js';
import { SiteChange } from './site-change.js';

/** Has the public site look at once when something on it has been changed here. */
@Injectable()
export class SiteRefresher implements OnModuleInit {
  readonly #log = new Logger('PublicSite');

  constructor(
    private readonly site: PublicSiteService,
    private readonly change: SiteChange,
  ) {}

  onModuleInit(): void {
    this.change.onChange(async () => {
      try {
        // A look that was already under way may have begun before the change.
        await this.site.refresh();
        await this.site.refresh();
      } catch (error) {
        // A site that cannot be read now is read at its next look.
        this.#log.warn(String(error));
      }
    });
  }
}
