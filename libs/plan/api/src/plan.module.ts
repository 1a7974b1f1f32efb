import { planAudit } from '@malspar/plan-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AmendmentService } from './amendment.service.js';
import { planEntities } from './plan-entities.js';
import { PlanLoader } from './plan-loader.js';
import { PlanReadingRepository } from './plan-reading.repository.js';
import { PlanWritingRepository } from './plan-writing.repository.js';
import { PlanController } from './plan.controller.js';
import { PlanService } from './plan.service.js';

/** The plan: what it says and said, loading it, amending it. */
@Module({
  imports: [TypeOrmModule.forFeature(planEntities)],
  controllers: [PlanController],
  providers: [AmendmentService, PlanLoader, PlanReadingRepository, PlanService, PlanWritingRepository],
  exports: [AmendmentService, PlanLoader, PlanService],
})
export class PlanModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add(planAudit);
  }
}
