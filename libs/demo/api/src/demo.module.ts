import { type DynamicModule, Module } from '@nestjs/common';
import { DemoDocuments } from './demo-documents.js';
import { DemoFeedback } from './demo-feedback.js';
import { DemoFeedbackRepository } from './demo-feedback.repository.js';
import { DemoPeople } from './demo-people.js';
import { DemoPeopleRepository } from './demo-people.repository.js';
import { DemoPeriod } from './demo-period.js';
import { DemoPublications } from './demo-publications.js';

/** What a demonstration shows, written through the services of those whose data it is, or by itself where production never writes the like. Of the seed command alone. */
@Module({})
export class DemoModule {
  /** `domains`: what is written into, exported. */
  static with(domains: DynamicModule): DynamicModule {
    const writers = [DemoDocuments, DemoFeedback, DemoPeople, DemoPeriod, DemoPublications];
    return {
      module: DemoModule,
      imports: [domains],
      providers: [...writers, DemoFeedbackRepository, DemoPeopleRepository],
      exports: writers,
    };
  }
}
