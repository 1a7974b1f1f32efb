import * as z from 'zod';

export const OpenLicense = z
  .strictObject({ name: z.string(), url: z.url({ protocol: /^https?$/ }) })
  .describe('On what terms the data may be used.');
export type OpenLicense = z.infer<typeof OpenLicense>;

/** Where the site is and on what terms its data may be used. */
export interface OpenDataTerms {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly license: OpenLicense | null;
}
