import { type DynamicModule, Module } from '@nestjs/common';
import { PublicationModule } from '../publication.module.js';
import { StatementRepository } from '../statement/statement.repository.js';
import { PublicSiteService } from './public-site.service.js';
import { SiteAdditionsRepository } from './site-additions.repository.js';
import { SiteAdditionsService } from './site-additions.service.js';
import { SiteRefresher } from './site-refresher.js';
import { SITE_OPTIONS, type SiteOptions } from './site-renderer.js';
import { SiteRepository } from './site.repository.js';

/** The public site; `publicSiteHandler` puts it before everything that compresses or signs in. */
@Module({})
export class PublicSiteModule {
  static with(options: SiteOptions): DynamicModule {
    return {
      module: PublicSiteModule,
      imports: [PublicationModule],
      providers: [
        SiteRepository,
        PublicSiteService,
        SiteAdditionsRepository,
        SiteAdditionsService,
        SiteRefresher,
        StatementRepository,
        { provide: SITE_OPTIONS, useValue: options },
      ],
      exports: [PublicSiteService],
    };
  }
}
