import { publicationActs } from '@malspar/publication-model';
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
import { PublishedContents } from './published-contents.js';
import { PublishedKindsModule } from './published-kinds.js';

/** The act of publishing: composing, freezing, correcting, comparing and proving. */
@Module({})
export class PublicationModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add([publicationActs]);
  }

  /** `pages` brings the `PageFreezing` that makes what is frozen with each version. What is published are the kinds that are added to `PublishedKinds`. */
  static with(pages: DynamicModule): DynamicModule {
    return {
      module: PublicationModule,
      imports: [PublishedKindsModule, pages],
      controllers: [PreviewController, PublicationController],
      providers: [
        PreviewRepository,
        PreviewService,
        PublicationMaking,
        PublicationRepository,
        PublicationService,
        PublicationSource,
        PublishedContents,
      ],
      exports: [PreviewService, PublicationService],
    };
  }
}
