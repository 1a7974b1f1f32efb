import { PlanModule } from '@malspar/plan-api';
import { feedbackActs } from '@malspar/publication-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { Module } from '@nestjs/common';
import { DemoFeedback } from './demo-feedback.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackService } from './feedback.service.js';

/** What visitors think of the public pages; `feedbackHandler` takes it in. */
@Module({
  imports: [PlanModule],
  controllers: [FeedbackController],
  providers: [DemoFeedback, FeedbackRepository, FeedbackService],
  exports: [DemoFeedback, FeedbackService],
})
export class FeedbackModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add([feedbackActs]);
  }
}
