import type { RequestHandler } from 'express';
import { compareHandler } from './compare-handler.js';
import { embedModules } from './embed-modules.js';
import type { PublicSiteService } from './public-site.service.js';
import { searchHandler } from './search-handler.js';
import { verifyHandlers } from './verify-handler.js';

/** What the public site answers to what is asked of it: search, authenticity, comparison; and scripts for embedding. */
export const livePages = (service: PublicSiteService): RequestHandler[] => [
  embedModules(),
  searchHandler(service),
  compareHandler(service),
  ...verifyHandlers(service),
];
