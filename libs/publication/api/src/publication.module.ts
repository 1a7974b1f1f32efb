import { PlanModule } from '@malspar/plan-api';
import { ReportingModule } from '@malspar/reporting-api';
import { Module } from '@nestjs/common';
import { DemoPublications } from './demo-publications.js';
import { FeedbackModule } from './feedback/index.js';
import { PublicationSource } from './publication-source.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';

/** Published reports: composing, publishing, correcting, their files and their proof. */
@Module({
  imports: [PlanModule, ReportingModule, FeedbackModule],
  controllers: [PublicationController],
  providers: [DemoPublications, PublicationRepository, PublicationService, PublicationSource],
  exports: [DemoPublications, FeedbackModule, PublicationService],
})
export class PublicationModule {}
