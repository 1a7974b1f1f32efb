import type { RequestHandler } from 'express';
import { askedHandler } from './asked-handler.js';
import { embedModules } from './embed-modules.js';
import type { PublicSiteService } from './public-site.service.js';
import { searchHandler } from './search-handler.js';
import { verifyHandlers } from './verify-handler.js';

/** What the public site answers to what is asked of it: search, authenticity, what kinds answer; and scripts for embedding. */
export const livePages = (service: PublicSiteService): RequestHandler[] => [
  embedModules(),
  searchHandler(service),
  askedHandler(service),
  ...verifyHandlers(service),
];
