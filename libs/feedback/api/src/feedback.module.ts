import { feedbackActs } from '@malspar/feedback-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackService } from './feedback.service.js';

/** What visitors think of the public pages; `feedbackHandler` takes it in. */
@Module({
  controllers: [FeedbackController],
  providers: [FeedbackRepository, FeedbackService],
  exports: [FeedbackService],
})
export class FeedbackModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add([feedbackActs]);
  }
}
