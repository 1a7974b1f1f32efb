import { EnvironmentalReportModule } from '@malspar/environmental-report-api';
import { ENVIRONMENTAL_REPORT } from '@malspar/environmental-report-model';
import { FeedbackModule } from '@malspar/feedback-api';
import { IdentityModule, SignInModule } from '@malspar/identity-api';
import { PlanModule } from '@malspar/plan-api';
import { PublicationModule } from '@malspar/publication-api';
import { ReportingModule } from '@malspar/reporting-api';
import { SharedApiModule } from '@malspar/shared-api';
import { SiteModule, type SiteOptions } from '@malspar/site-api';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { ApiDescription, ApiDescriptionController } from './api-description/api-description.controller.js';
import {
  type CommandConfig,
  type Config,
  databaseTls,
  openDataLicense,
  type OpenDataSettings,
  stepsDown,
} from './config.js';
import { appDataSource } from './database/data-source.js';
import { HealthController } from './health/health.controller.js';
import { logging } from './logging.js';
import { publicPages } from './public-pages.js';
import type { SignInSetup } from './sign-in.js';

/** How public pages are made; the renderer is loaded when the first one is wanted. */
const siteOptions = (config: CommandConfig & OpenDataSettings): SiteOptions => ({
  origin: config.PUBLIC_ORIGIN ?? null,
  license: openDataLicense(config),
  renderer: publicPages,
});

/** The database and the domains, without anything that listens: for commands. */
@Module({})
export class DomainsModule {
  static with(config: CommandConfig & OpenDataSettings): DynamicModule {
    const database = appDataSource({
      url: config.DATABASE_URL,
      tls: databaseTls(config),
      pool: config.DATABASE_POOL,
      assumeRole: stepsDown(config),
    });
    const site = SiteModule.with(siteOptions(config));
    const domains = [
      PlanModule,
      IdentityModule,
      ReportingModule,
      site,
      FeedbackModule,
      EnvironmentalReportModule,
      PublicationModule.with(site, ENVIRONMENTAL_REPORT),
    ];
    return {
      module: DomainsModule,
      imports: [
        TypeOrmModule.forRoot({ ...database, autoLoadEntities: true, retryAttempts: 10, retryDelay: 1000 }),
        SharedApiModule,
        ...domains,
      ],
      exports: [SharedApiModule, ...domains],
    };
  }
}

@Module({})
export class AppModule {
  static with(config: Config, signIn: SignInSetup): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(logging(config)),
        DomainsModule.with(config),
        SignInModule.forRoot(signIn.config, [IdentityModule]),
        DiscoveryModule,
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController, ApiDescriptionController],
      providers: [ApiDescription, { provide: 'sign-in setup', useValue: signIn }],
    };
  }
}
