import { PageFreezing, PublishedKindsModule } from '@malspar/publication-api';
import { AuditCatalogue } from '@malspar/shared-model';
import { siteAudit } from '@malspar/site-model';
import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentController } from './documents/document.controller.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentService } from './documents/document.service.js';
import { PublicSiteService } from './site/public-site.service.js';
import { SiteAdditionsRepository } from './additions/site-additions.repository.js';
import { SiteAdditionsService } from './additions/site-additions.service.js';
import { SITE_OPTIONS, type SiteOptions } from './site/site-renderer.js';
import { SameKinds } from './site/same-kinds.js';
import { SiteFreezing } from './site/site-freezing.js';
import { SiteRendering } from './site/site-rendering.js';
import { SiteRepository } from './site/site.repository.js';
import { ShownKindsModule } from './site/shown-kinds.js';
import { StatementController } from './statement/statement.controller.js';
import { StatementRepository } from './additions/statement.repository.js';
import { StatementService } from './statement/statement.service.js';

/**
 * The public site: its pages, documents, accessibility statement and open data, which `PublicSiteRouter` puts before
 * everything that compresses or signs in.
 */
@Module({})
export class SiteModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add(siteAudit);
  }

  /** `site` makes the pages, those that are frozen with each version among them. */
  static with(site: SiteOptions): DynamicModule {
    return {
      module: SiteModule,
      imports: [PublishedKindsModule, ShownKindsModule],
      controllers: [DocumentController, StatementController],
      providers: [
        DocumentRepository,
        DocumentService,
        PublicSiteService,
        SameKinds,
        SiteAdditionsRepository,
        SiteAdditionsService,
        SiteRendering,
        SiteRepository,
        StatementRepository,
        StatementService,
        { provide: PageFreezing, useClass: SiteFreezing },
        { provide: SITE_OPTIONS, useValue: site },
      ],
      exports: [DocumentService, PageFreezing, PublicSiteService, StatementService],
    };
  }
}
