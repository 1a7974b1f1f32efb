import { type DynamicModule, Module } from '@nestjs/common';
import { PublicSiteService } from './public-site.service.js';
import { SITE_OPTIONS, type SiteOptions } from './site-renderer.js';
import { SiteRendering } from './site-rendering.js';
import { SiteRepository } from './site.repository.js';

/** The public site; `publicSiteHandler` puts it before everything that compresses or signs in. */
@Module({})
export class PublicSiteModule {
  static with(options: SiteOptions): DynamicModule {
    return {
      module: PublicSiteModule,
      providers: [SiteRendering, SiteRepository, PublicSiteService, { provide: SITE_OPTIONS, useValue: options }],
      exports: [PublicSiteService],
    };
  }
}
