import { publicationActs } from '@malspar/publication-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { PreviewController } from './preview.controller.js';
import { PreviewRepository } from './preview.repository.js';
import { PreviewService } from './preview.service.js';
import { PublicationMaking } from './publication-making.js';
import { PublicationSource } from './publication-source.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { PublishedContents } from './published-contents.js';
import { PublishedKinds, PublishedKindsModule } from './published-kinds.js';

const USUAL_KIND = Symbol('usual kind of publication');

/** The act of publishing: composing, freezing, correcting, comparing and proving. */
@Module({})
export class PublicationModule {
  constructor(catalogue: AuditCatalogue, kinds: PublishedKinds, @Inject(USUAL_KIND) usual: string) {
    catalogue.add([publicationActs]);
    kinds.usual = usual;
  }

  /**
   * `pages` brings the `PageFreezing` that makes what is frozen with each version. What is published are the kinds that
   * are added to `PublishedKinds`; a call that names none means `usualKind`.
   */
  static with(pages: DynamicModule, usualKind: string): DynamicModule {
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
        { provide: USUAL_KIND, useValue: usualKind },
      ],
      exports: [PreviewService, PublicationService],
    };
  }
}
