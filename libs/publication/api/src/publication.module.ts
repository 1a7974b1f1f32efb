import { PlanModule } from '@malspar/plan-api';
import { publicationActs } from '@malspar/publication-model';
import { ReportingModule } from '@malspar/reporting-api';
import { AuditCatalogue } from '@malspar/shared-model';
import { type DynamicModule, Module } from '@nestjs/common';
import { PreviewController } from './preview.controller.js';
import { PreviewRepository } from './preview.repository.js';
import { PreviewService } from './preview.service.js';
import { PublicationMaking } from './publication-making.js';
import { PublicationSource } from './publication-source.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { PublishedReports } from './published-reports.js';

/** The act of publishing: composing, freezing, correcting, comparing and proving. */
@Module({})
export class PublicationModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add([publicationActs]);
  }

  /** `pages` brings the `PageFreezing` that makes what is frozen with each version. */
  static with(pages: DynamicModule): DynamicModule {
    return {
      module: PublicationModule,
      imports: [PlanModule, ReportingModule, pages],
      controllers: [PreviewController, PublicationController],
      providers: [
        PreviewRepository,
        PreviewService,
        PublicationMaking,
        PublicationRepository,
        PublicationService,
        PublicationSource,
        PublishedReports,
      ],
      exports: [PreviewService, PublicationService],
    };
  }
}
