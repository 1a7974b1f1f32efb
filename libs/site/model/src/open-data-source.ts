import * as z from 'zod';
import type { PublicSite } from './public-site.js';

export const OpenLicense = z
  .strictObject({ name: z.string(), url: z.url({ protocol: /^https?$/ }) })
  .describe('On what terms the data may be used.');
export type OpenLicense = z.infer<typeof OpenLicense>;

/** What the answers are made from: what is published, where the site is, and on what terms. */
export interface OpenDataSource {
  /** Null while nothing is published. */
  readonly site: PublicSite | null;
  /** Without a slash at its end. */
  readonly origin: string;
  readonly license: OpenLicense | null;
}

/** Where the site is and on what terms its data may be used, for the page about the open data. */
export type OpenDataTerms = Omit<OpenDataSource, 'site'>;
