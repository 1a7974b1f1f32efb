import { PlanModule } from '@malspar/plan-api';
import { ReportingModule } from '@malspar/reporting-api';
import { Module } from '@nestjs/common';
import { DemoPublications } from './demo-publications.js';
import { DocumentController } from './documents/document.controller.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentService } from './documents/document.service.js';
import { DemoDocuments } from './documents/demo-documents.js';
import { PublicationSource } from './publication-source.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { SiteChange } from './site/site-change.js';
import { StatementController } from './statement/statement.controller.js';
import { StatementRepository } from './statement/statement.repository.js';
import { StatementService } from './statement/statement.service.js';

/** Published reports: composing, publishing, correcting, their files and their proof. */
@Module({
  imports: [PlanModule, ReportingModule],
  controllers: [PublicationController, DocumentController, StatementController],
  providers: [
    ...[DemoPublications, PublicationRepository, PublicationService, PublicationSource],
    ...[DemoDocuments, DocumentRepository, DocumentService, SiteChange, StatementRepository, StatementService],
  ],
  exports: [DemoDocuments, DemoPublications, DocumentService, PublicationService, SiteChange, StatementService],
})
export class PublicationModule {}
