import { BothLanguages, PlainDate } from '@malspar/shared-model';
import * as z from 'zod';
import { OpenLicense } from './terms.js';

/** A plain date with what it says. */
export const openDate = (about: string) => PlainDate.meta({ format: 'date', description: about });
/** A moment with what it says. */
export const openInstant = (about: string) => z.iso.datetime().describe(`${about} UTC, RFC 3339.`);

export const OpenWords = BothLanguages.describe('A text in both languages.');

export const OpenLink = z
  .strictObject({
    rel: z.string().describe('What is at the other end; `docs/open-data.md` lists the words.'),
    href: z.url().describe('Absolute address.'),
  })
  .describe('A way to something else.');
export type OpenLink = z.infer<typeof OpenLink>;

/** What stands on every response that holds data. */
export const openStanding = {
  notice: OpenWords.nullable().describe('Said whenever the answer holds example data; null when it holds none.'),
  links: z.array(OpenLink),
};

export const OpenIndex = z.strictObject({ title: OpenWords, links: z.array(OpenLink) }).describe('Where to begin.');

export const OpenApiInfo = z
  .strictObject({
    apiName: z.string(),
    apiVersion: z.string().describe('Major, minor and patch.'),
    apiReleased: openDate('When this version of the API came.'),
    apiDocumentation: z.url(),
    apiStatus: z.enum(['active', 'deprecated']),
    publisher: z.string().nullable().describe('Who publishes the data; null while nothing is published.'),
    contact: z.string().nullable(),
    license: OpenLicense.nullable().describe('Null: the publisher has not stated one.'),
    updatedAt: openInstant('When something was last published.').nullable(),
    links: z.array(OpenLink),
  })
  .describe('About the API itself.');

/** A page of a list: `page` from 1, `limit` 1–100. */
export const openListOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), page: z.int(), limit: z.int(), total: z.int(), ...openStanding });
