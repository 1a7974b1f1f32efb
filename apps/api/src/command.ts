import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DomainsModule } from './app.module.js';
import { demandAppRights } from './database/connection-rights.js';
import { readCommandConfig, type CommandConfig } from './config.js';

/**
 * Runs a command on the domains, without anything that listens, and lets go of the database afterwards. `rootOf` adds
 * what the command alone needs.
 */
export async function withDomains<T>(
  work: (app: INestApplicationContext) => Promise<T>,
  config: CommandConfig = readCommandConfig(),
  rootOf: (domains: DynamicModule) => DynamicModule = (domains) => domains,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(rootOf(DomainsModule.with(config)), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    if (config.NODE_ENV === 'production') await demandAppRights(app);
    return await work(app);
  } finally {
    await app.close();
  }
}
