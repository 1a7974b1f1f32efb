import { PlanModule } from '@malspar/plan-api';
import { documentAudit, publicationActs, statementAudit } from '@malspar/publication-model';
import { ReportingModule } from '@malspar/reporting-api';
import { AuditCatalogue } from '@malspar/shared-model';
import { type DynamicModule, Module } from '@nestjs/common';
import { DemoPublications } from './demo-publications.js';
import { DemoDocuments } from './documents/demo-documents.js';
import { DocumentController } from './documents/document.controller.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentService } from './documents/document.service.js';
import { FeedbackModule } from './feedback/index.js';
import { PreviewController } from './preview.controller.js';
import { PreviewRepository } from './preview.repository.js';
import { PreviewService } from './preview.service.js';
import { PublicationMaking } from './publication-making.js';
import { PublicationSource } from './publication-source.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { PublishedReports } from './published-reports.js';
import { PublicSiteService } from './site/public-site.service.js';
import { SiteAdditionsRepository } from './site/site-additions.repository.js';
import { SiteAdditionsService } from './site/site-additions.service.js';
import { SITE_OPTIONS, type SiteOptions } from './site/site-renderer.js';
import { SiteRendering } from './site/site-rendering.js';
import { SiteRepository } from './site/site.repository.js';
import { StatementController } from './statement/statement.controller.js';
import { StatementRepository } from './statement/statement.repository.js';
import { StatementService } from './statement/statement.service.js';

/**
 * Published reports: composing, publishing, correcting, their pages, files and proof, and the public site, which
 * `publicSiteHandler` puts before everything that compresses or signs in.
 */
@Module({})
export class PublicationModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add([publicationActs, documentAudit, statementAudit]);
  }

  /** `site` makes the pages, those that are frozen with each version among them. */
  static with(site: SiteOptions): DynamicModule {
    return {
      module: PublicationModule,
      imports: [PlanModule, ReportingModule, FeedbackModule],
      controllers: [DocumentController, PreviewController, PublicationController, StatementController],
      providers: [
        DemoDocuments,
        DemoPublications,
        DocumentRepository,
        DocumentService,
        PreviewRepository,
        PreviewService,
        PublicationMaking,
        PublicationRepository,
        PublicationService,
        PublicationSource,
        PublishedReports,
        PublicSiteService,
        SiteAdditionsRepository,
        SiteAdditionsService,
        SiteRendering,
        SiteRepository,
        StatementRepository,
        StatementService,
        { provide: SITE_OPTIONS, useValue: site },
      ],
      exports: [
        DemoDocuments,
        DemoPublications,
        DocumentService,
        FeedbackModule,
        PreviewService,
        PublicationService,
        PublicSiteService,
        StatementService,
      ],
    };
  }
}
